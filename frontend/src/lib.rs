//! The wasm entry point.
#![forbid(unsafe_code)]

use wasm_bindgen::prelude::wasm_bindgen;

/// Wakes the islands of the page; the hydration script calls this once.
#[wasm_bindgen]
pub fn hydrate() {
    // Naming the crate keeps the linker from dropping its islands.
    use app as _;
    leptos::mount::hydrate_islands();
}
