//! Which bytes of a document are asked for.

use std::ops::Range;

/// Which bytes of a document are asked for, as HTTP says it (RFC 9110, section 14.1.2). Positions count from 0 in the document
/// as it was sent, without what was appended to hide its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of them.
    Whole,
    /// From the first position to the second, both included.
    Between(u64, u64),
    /// From a position to the end.
    From(u64),
    /// The last so many.
    Last(u64),
}

impl Part {
    /// Where the part lies in a document of `size` bytes; `None` if none of its bytes do. An end behind the document's is the
    /// document's.
    #[must_use]
    pub fn of(self, size: u64) -> Option<Range<u64>> {
        let range = match self {
            Self::Whole => return Some(0..size),
            Self::Between(first, last) => first..last.saturating_add(1).min(size),
            Self::From(first) => first..size,
            Self::Last(len) => size.saturating_sub(len)..size,
        };
        (!range.is_empty()).then_some(range)
    }
}

#[cfg(test)]
mod tests {
    use super::Part;

    #[test]
    fn a_part_lies_within_the_document_or_nowhere() {
        for (part, range) in [
            (Part::Whole, Some(0..1000)),
            (Part::Between(0, 0), Some(0..1)),
            (Part::Between(500, 999), Some(500..1000)),
            (Part::Between(500, 1000), Some(500..1000)),
            (Part::Between(0, u64::MAX), Some(0..1000)),
            (Part::Between(1000, 1000), None),
            (Part::From(999), Some(999..1000)),
            (Part::From(1000), None),
            (Part::From(u64::MAX), None),
            (Part::Last(0), None),
            (Part::Last(1), Some(999..1000)),
            (Part::Last(1000), Some(0..1000)),
            (Part::Last(u64::MAX), Some(0..1000)),
        ] {
            assert_eq!(part.of(1000), range, "{part:?}");
        }
        assert_eq!(Part::Whole.of(0), Some(0..0));
        assert_eq!(Part::From(0).of(0), None);
        assert_eq!(Part::Last(1).of(0), None);
    }
}
