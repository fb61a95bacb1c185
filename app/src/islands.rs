//! Islands: comfort in a browser that runs them. Every page and form works without.

pub mod apply;
