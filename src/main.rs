fn main() {
    let files: Vec<String> = std::env::args().skip(1).map(|p| std::fs::read_to_string(p).unwrap()).collect();
    let n = 2000;
    let bytes: usize = files.iter().map(|f| f.len()).sum();
    let t = std::time::Instant::now();
    let mut c = 0;
    for _ in 0..n { for f in &files { c += sharewright::syntax::parse(f).statements.len(); } }
    let s = t.elapsed().as_secs_f64();
    println!("{} MB/s, {} stmts, {} ns/stmt", (bytes * n) as f64 / 1e6 / s, c / n, s * 1e9 / c as f64);
    for f in &files { for p in sharewright::syntax::parse(f).problems { println!("{} {:?}", p.headline, p.range.of(f)); } }
}
