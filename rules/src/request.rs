//! What answers a request for erasure (Art. 17 GDPR; docs/PROMISES.md, n14), and what stands against erasing a minor's application at once
//! (n18).

use crate::{
    application::{Life, Outcome},
    code::codes,
};

codes! {
    /// What answers a request for erasure.
    Answer {
        /// It is blocked now and erased with the next sweep.
        Erase = "erase",
        /// It is blocked now and goes on its date: a claim can still be defended (Art. 17(3)(e) GDPR, section 15(4) AGG).
        KeepForDefence = "keep_for_defence",
        /// It is blocked now and goes once the claim has ended.
        KeepForClaim = "keep_for_claim",
        /// It is blocked now and stays as long as the applicant needs it, or until its restriction is lifted.
        KeepRestricted = "keep_restricted",
        /// Whoever is hired is asked first: what the contract needs is about to be handed over.
        AskFirst = "ask_first",
        /// It is on its way out.
        Gone = "gone",
    }
}

/// Where an application stands when its erasure is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Live, or on its way out.
    pub life: Life,
    /// Its outcome.
    pub outcome: Option<Outcome>,
    /// Whether a procedure that ran for it has ended.
    pub closed: bool,
    /// Whether it is kept for a claim.
    pub held: bool,
    /// Whether a restriction under Art. 18(1)(b) or (c) stands.
    pub wanted_kept: bool,
    /// Whether it was handed over.
    pub handed_over: bool,
}

/// The answer to a request for erasure.
#[must_use]
pub const fn erasure(standing: Standing) -> Answer {
    match standing {
        Standing { life: Life::Erasing, .. } => Answer::Gone,
        Standing { held: true, .. } => Answer::KeepForClaim,
        Standing { wanted_kept: true, .. } => Answer::KeepRestricted,
        Standing { outcome: Some(Outcome::Hired), handed_over: false, .. } => Answer::AskFirst,
        // Nobody was turned down, so nothing is to be defended.
        Standing { outcome: None | Some(Outcome::Withdrawn), closed: false, .. } => Answer::Erase,
        Standing { .. } => Answer::KeepForDefence,
    }
}

/// What stands against erasing the application of a minor at once, by two people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MinorRefused {
    /// A posting for an apprenticeship is for minors too.
    Apprenticeship,
    /// A claim is pending.
    Claim,
    /// It is on its way out.
    Gone,
}

/// Whether two people may erase an application at once because its applicant is a minor.
///
/// # Errors
/// Says what stands against it.
pub const fn erase_minor(apprenticeship: bool, standing: Standing) -> Result<(), MinorRefused> {
    match standing {
        Standing { life: Life::Erasing, .. } => Err(MinorRefused::Gone),
        _ if apprenticeship => Err(MinorRefused::Apprenticeship),
        Standing { held: true, .. } | Standing { wanted_kept: true, .. } => Err(MinorRefused::Claim),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPEN: Standing =
        Standing { life: Life::Live, outcome: None, closed: false, held: false, wanted_kept: false, handed_over: false };

    /// The table of the promise, row by row.
    #[test]
    fn n14_each_state_has_its_answer() {
        let rejected = Standing { outcome: Some(Outcome::Rejected), ..OPEN };
        let hired = Standing { outcome: Some(Outcome::Hired), ..OPEN };
        for (standing, answer) in [
            (OPEN, Answer::Erase),
            (Standing { outcome: Some(Outcome::Withdrawn), ..OPEN }, Answer::Erase),
            (rejected, Answer::KeepForDefence),
            (Standing { closed: true, ..OPEN }, Answer::KeepForDefence),
            (Standing { closed: true, ..rejected }, Answer::KeepForDefence),
            (Standing { closed: true, outcome: Some(Outcome::Withdrawn), ..OPEN }, Answer::KeepForDefence),
            (hired, Answer::AskFirst),
            (Standing { handed_over: true, ..hired }, Answer::KeepForDefence),
            (Standing { held: true, ..OPEN }, Answer::KeepForClaim),
            (Standing { held: true, closed: true, ..rejected }, Answer::KeepForClaim),
            (Standing { wanted_kept: true, ..OPEN }, Answer::KeepRestricted),
            (Standing { life: Life::Erasing, held: true, ..OPEN }, Answer::Gone),
        ] {
            assert_eq!(erasure(standing), answer, "{standing:?}");
        }
    }

    #[test]
    fn n18_a_minors_application_goes_unless_a_claim_is_pending_or_it_is_an_apprenticeship() {
        assert_eq!(erase_minor(false, OPEN), Ok(()));
        assert_eq!(erase_minor(true, OPEN), Err(MinorRefused::Apprenticeship));
        assert_eq!(erase_minor(false, Standing { held: true, ..OPEN }), Err(MinorRefused::Claim));
        assert_eq!(erase_minor(false, Standing { wanted_kept: true, ..OPEN }), Err(MinorRefused::Claim));
        assert_eq!(erase_minor(false, Standing { life: Life::Erasing, ..OPEN }), Err(MinorRefused::Gone));
    }
}
