//! Says what the binary holds besides its code.

fn main() {
    // The site is built by `make site`; rust-embed does not see files that appear later.
    println!("cargo::rerun-if-changed=../site");
}
