//! Compiles and checks the policies when the tool is built: a misspelt field in a shipped rule stops the build.
//!
//! The modules are those of the library; only what compiles packs is taken in.
#![allow(dead_code, unused_imports, missing_docs, clippy::pedantic, reason = "a build script uses a part of the library's modules")]

extern crate alloc;

mod diagnostic;
mod model;
mod policy;
mod source;
mod syntax;

use policy::PackFile;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Folders whose TOML files make up the shipped policy.
const FOLDERS: [&str; 2] = ["grammar/vocabulary", "policies"];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut files = Vec::new();
    for folder in FOLDERS {
        println!("cargo:rerun-if-changed={folder}");
        collect(&root, &root.join(folder), &mut files)?;
    }
    files.sort_by(|left: &PackFile, right| left.path.cmp(&right.path));
    match policy::compile(&files) {
        Ok(compiled) => {
            write(&out.join("policy.bin"), &compiled.policy)?;
            write(&out.join("texts.bin"), &compiled.texts)?;
            write(&out.join("sources.bin"), &files)?;
            write(&out.join("example.bin"), &example(&root)?)
        }
        Err(problems) => {
            for found in &problems {
                let file = &files[found.file];
                let place = source::SourceFile::new(file.path.clone(), file.text.clone());
                let (line, column) = place.line_column(found.problem.range.start);
                eprintln!("{}:{line}:{column}: {}. {}", file.path, found.problem.headline, found.problem.help);
            }
            Err(io::Error::other(format!("{} problems in the shipped policies", problems.len())))
        }
    }
}

/// The complete example, over which the examples of rules are laid.
fn example(root: &Path) -> io::Result<Vec<PackFile>> {
    println!("cargo:rerun-if-changed=examples/complete");
    let mut files = Vec::new();
    for entry in fs::read_dir(root.join("examples/complete"))? {
        let path = entry?.path();
        files.push(PackFile { path: path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/"), text: fs::read_to_string(&path)? });
    }
    files.sort_by_key(|file| (!file.text.lines().any(|line| line.starts_with("agreement ")), file.path.clone()));
    Ok(files)
}

fn write<T: serde::Serialize>(path: &Path, value: &T) -> io::Result<()> {
    let bytes = postcard::to_stdvec(value).map_err(io::Error::other)?;
    fs::write(path, bytes)
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<PackFile>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(PackFile { path: path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/"), text: fs::read_to_string(&path)? });
        }
    }
    Ok(())
}
