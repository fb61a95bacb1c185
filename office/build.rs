//! Says what the crate holds besides its code.

fn main() {
    println!("cargo::rerun-if-changed=../migrations");
}
