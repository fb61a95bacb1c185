//! What is blocked or restricted can be read by one person for a purpose from a fixed list and for half an hour (Art. 18(2) GDPR;
//! docs/PROMISES.md, n13). Whoever looks has to know whom they look for.

use jiff::SignedDuration;

use crate::code::codes;

codes! {
    /// What somebody reads a closed record for.
    Purpose {
        /// The applicant calls or writes.
        Inquiry = "inquiry",
        /// A request by the applicant for information or a copy (Art. 15 GDPR).
        Request = "request",
        /// A legal claim is established, exercised or defended.
        Claim = "claim",
        /// A court or an authority demands it.
        Authority = "authority",
        /// The applicant agrees to this use.
        Consent = "consent",
        /// The rights of another person are protected.
        OthersRights = "others_rights",
        /// An important public interest.
        PublicInterest = "public_interest",
    }
}

/// How long it stays open.
pub const OPEN_FOR: SignedDuration = SignedDuration::from_mins(30);

/// Whether a record that is `restricted`, or else blocked by the close, is opened for `purpose`. A restriction leaves only what
/// Art. 18(2) names, and the person's own request, which is no use against them.
#[must_use]
pub fn opens(purpose: Purpose, restricted: bool) -> bool {
    match purpose {
        Purpose::Request | Purpose::Claim => true,
        Purpose::Inquiry | Purpose::Authority => !restricted,
        Purpose::Consent | Purpose::OthersRights | Purpose::PublicInterest => restricted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n13_a_restriction_leaves_the_purposes_of_the_law() {
        let left: Vec<Purpose> = Purpose::ALL.iter().copied().filter(|&purpose| opens(purpose, true)).collect();
        assert_eq!(left, [Purpose::Request, Purpose::Claim, Purpose::Consent, Purpose::OthersRights, Purpose::PublicInterest]);
    }
}
