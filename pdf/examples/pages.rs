//! Writes documents (the JSON of `sharewright build --format json`) as PDF and says how long it took. For looking at pages and for
//! measuring; diagrams are left out.
//!
//! `cargo run --release -p sharewright-pdf --example pages -- OUT FILE...`

use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = env::args().skip(1);
    let out = arguments.next().ok_or("say where to write: pages OUT FILE...")?;
    fs::create_dir_all(&out)?;
    let (mut files, mut spent) = (0_u32, Duration::ZERO);
    for path in arguments {
        let json = fs::read(&path)?;
        let start = Instant::now();
        let written = sharewright_pdf::write(&json, &[]).map_err(|fault| format!("{path}: {}. {}", fault.what, fault.help))?;
        spent += start.elapsed();
        files += 1;
        let name = Path::new(&path).with_extension("pdf");
        fs::write(Path::new(&out).join(name.file_name().ok_or("a path without a name")?), written)?;
    }
    println!("{files} documents, {:.1} ms each", spent.as_secs_f64() * 1000.0 / f64::from(files.max(1)));
    Ok(())
}
