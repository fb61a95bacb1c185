//! Where random bytes come from: always the caller.

/// A source of cryptographically secure random bytes.
///
/// The vault has none of its own: the server passes the operating system's, the browser its own, a test a fixed one.
/// Any `Fn(&mut [u8])` will do.
///
/// A source that cannot deliver must not return: there is no safe way to go on with bytes that are not random.
pub trait Random {
    /// Fills all of `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}

impl<F: Fn(&mut [u8]) + ?Sized> Random for F {
    fn fill(&self, bytes: &mut [u8]) {
        self(bytes);
    }
}
