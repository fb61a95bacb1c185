//! An application: independent axes, never one enum (docs/ARCHITECTURE.md, "State").

use jiff::civil::Date;

use crate::{access::Role, code::codes, form::Problem, posting};

codes! {
    /// How far HR has taken the application.
    Stage {
        /// It has arrived.
        Received = "received",
        /// It is being looked at.
        Review = "review",
        /// Conversations are under way.
        Interview = "interview",
        /// Next in line, until somebody else has signed.
        Reserve = "reserve",
        /// An offer is on the table.
        Offer = "offer",
    }
}

codes! {
    /// How it ended. An application without an outcome is undecided.
    Outcome {
        /// Gets the job.
        Hired = "hired",
        /// Was turned down.
        Rejected = "rejected",
        /// The applicant stepped back.
        Withdrawn = "withdrawn",
    }
}

codes! {
    /// One way: live, then erasing, then gone (no row is left, only its certificate).
    Life {
        /// In use, or waiting for its date.
        Live = "live",
        /// Being erased; hidden everywhere.
        Erasing = "erasing",
    }
}

codes! {
    /// The parts of an application that are sealed, and released, one by one.
    Section {
        /// Name, e-mail and telephone.
        Contact = "contact",
        /// The curriculum vitae.
        Cv = "cv",
        /// The message to the employer.
        Letter = "letter",
        /// Answers to the posting's own questions.
        Answers = "answers",
        /// Other documents.
        Documents = "documents",
        /// What was said of a severe disability (sections 164, 178 SGB IX).
        Disability = "disability",
        /// A copy of documents in which HR made the person unrecognisable.
        Redacted = "redacted",
        /// What others to whom it was released said about it.
        Comments = "comments",
        /// HR's own notes.
        Notes = "notes",
    }
}

impl Section {
    /// Whether it says who the person is: not shown in a blind review.
    #[must_use]
    pub const fn names_the_person(self) -> bool {
        matches!(self, Self::Contact | Self::Cv | Self::Documents)
    }

    /// Whether it is what came in: the rest arises inside.
    #[must_use]
    pub const fn came_in(self) -> bool {
        !matches!(self, Self::Redacted | Self::Comments | Self::Notes)
    }
}

codes! {
    /// What an applicant said of a severe disability, or of being treated as equal (section 2(2), (3) SGB IX).
    #[derive(Default)]
    Disability {
        /// Nothing: nobody has to.
        #[default]
        Unstated = "unstated",
        /// That there is one: representative and works council are told.
        Stated = "stated",
        /// That there is one, and that the representative is to be left out (section 164(1) sentence 10 SGB IX).
        WithoutRepresentative = "without_representative",
    }
}

impl Disability {
    /// Whom the employer tells of it, each by name of the body and at once (section 164(1) sentence 4 SGB IX).
    #[must_use]
    pub const fn told(self) -> &'static [Role] {
        match self {
            Self::Unstated => &[],
            Self::Stated => &[Role::Representative, Role::WorksCouncil],
            Self::WithoutRepresentative => &[Role::WorksCouncil],
        }
    }
}

/// The sections that a body learns when it is told of a severely disabled applicant: the representative what the decision rests on (section
/// 178(2) sentence 4 SGB IX), the works council that there is one, and who.
#[must_use]
pub const fn told_sections(body: Role) -> &'static [Section] {
    match body {
        Role::Representative => {
            &[Section::Contact, Section::Cv, Section::Letter, Section::Answers, Section::Documents, Section::Disability]
        }
        _ => &[Section::Contact, Section::Disability],
    }
}

codes! {
    /// The two kinds of remark that arise inside.
    NoteKind {
        /// HR's own.
        Note = "note",
        /// Somebody's to whom the application was released.
        Comment = "comment",
    }
}

codes! {
    /// What a head thinks.
    Judgement {
        /// Would go on.
        Yes = "yes",
        /// Cannot say yet.
        Maybe = "maybe",
        /// Would not go on.
        No = "no",
    }
}

codes! {
    /// The four grounds of restriction, Art. 18(1) GDPR.
    RestrictionGround {
        /// (a) The accuracy of the data is contested.
        Accuracy = "a",
        /// (b) Processing is unlawful, and the person wants no erasure.
        Unlawful = "b",
        /// (c) The person needs the data for a legal claim.
        Claim = "c",
        /// (d) An objection is being examined.
        Objection = "d",
    }
}

codes! {
    /// How an application came in.
    Channel {
        /// The form on the careers site.
        Form = "form",
        /// By e-mail, entered by HR.
        Mail = "mail",
        /// On paper, entered by HR.
        Paper = "paper",
        /// From an agency, entered by HR.
        Agency = "agency",
    }
}

/// Why an act on an application is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The procedure is closed.
    ProcedureClosed,
    /// The application is being erased.
    Erasing,
    /// It is already so.
    Unchanged,
    /// The applicant was hired and handed over; the outcome stands.
    HandedOver,
    /// Every seat of the posting is taken.
    NoSeatLeft,
    /// Only this many seats of the posting are free, fewer than were asked for at once.
    SeatsLeft(i64),
    /// Nobody was rejected, so no rejection can have been received.
    NotRejected,
}

/// Whether HR may move the stage: freely, while the posting is not closed.
///
/// # Errors
/// Says what stands against it.
pub fn move_stage(posting: posting::State, life: Life, from: Stage, to: Stage) -> Result<(), Refused> {
    open_for_change(posting, life)?;
    if from == to { Err(Refused::Unchanged) } else { Ok(()) }
}

/// Whether an outcome can be set or taken back. `seats_left` counts the posting's seats that no other hired applicant holds.
///
/// # Errors
/// Says what stands against it.
pub fn decide(
    posting: posting::State,
    life: Life,
    from: Option<Outcome>,
    to: Option<Outcome>,
    seats_left: i64,
    handed_over: bool,
) -> Result<(), Refused> {
    open_for_change(posting, life)?;
    match (from, to) {
        (from, to) if from == to => Err(Refused::Unchanged),
        (Some(Outcome::Hired), _) if handed_over => Err(Refused::HandedOver),
        (_, Some(Outcome::Hired)) if seats_left < 1 => Err(Refused::NoSeatLeft),
        _ => Ok(()),
    }
}

/// Whether `wanted` applicants can be hired at once where `left` seats are free.
///
/// # Errors
/// Says how many could.
pub fn check_seats(left: i64, wanted: i64) -> Result<(), Refused> {
    match left {
        _ if wanted <= left => Ok(()),
        ..1 => Err(Refused::NoSeatLeft),
        _ => Err(Refused::SeatsLeft(left)),
    }
}

/// Whether the day on which a rejection was received can be recorded. It is often known only later, and it is no content: the close
/// of the procedure does not stand against it.
///
/// # Errors
/// Says what stands against it.
pub fn record_receipt(life: Life, outcome: Option<Outcome>) -> Result<(), Refused> {
    match (life, outcome) {
        (Life::Erasing, _) => Err(Refused::Erasing),
        (Life::Live, Some(Outcome::Rejected)) => Ok(()),
        (Life::Live, _) => Err(Refused::NotRejected),
    }
}

/// Whether a rejection can have been received on `day`: a typing mistake here would erase early, or keep for too long.
///
/// # Errors
/// Before the application arrived, or after today.
pub fn check_rejection_received(day: Date, arrived: Date, today: Date) -> Result<(), Problem> {
    if day < arrived {
        Err(Problem::TooEarly)
    } else if day > today {
        Err(Problem::TooLate)
    } else {
        Ok(())
    }
}

fn open_for_change(posting: posting::State, life: Life) -> Result<(), Refused> {
    if life == Life::Erasing {
        Err(Refused::Erasing)
    } else if matches!(posting, posting::State::Closed | posting::State::Archived) {
        Err(Refused::ProcedureClosed)
    } else {
        Ok(())
    }
}

/// Whether the record is blocked: its procedure is closed and it is not a hired applicant still waiting for the handover.
#[must_use]
pub fn is_blocked(posting: posting::State, outcome: Option<Outcome>, handed_over: bool) -> bool {
    let closed = matches!(posting, posting::State::Closed | posting::State::Archived);
    closed && (outcome != Some(Outcome::Hired) || handed_over)
}

#[cfg(test)]
mod tests {
    use super::*;
    use posting::State;

    #[test]
    fn a_closed_procedure_moves_nothing() {
        for &to in Stage::ALL {
            assert_eq!(move_stage(State::Closed, Life::Live, Stage::Received, to), Err(Refused::ProcedureClosed));
        }
        assert_eq!(decide(State::Closed, Life::Live, None, Some(Outcome::Rejected), 1, false), Err(Refused::ProcedureClosed));
    }

    #[test]
    fn as_many_are_hired_as_there_are_seats() {
        let hire = |seats_left| decide(State::Open, Life::Live, None, Some(Outcome::Hired), seats_left, false);
        assert_eq!(hire(1), Ok(()));
        assert_eq!(hire(0), Err(Refused::NoSeatLeft));
    }

    #[test]
    fn as_many_are_hired_at_once_as_there_are_seats() {
        assert_eq!(check_seats(2, 2), Ok(()));
        assert_eq!(check_seats(2, 3), Err(Refused::SeatsLeft(2)));
        assert_eq!(check_seats(0, 1), Err(Refused::NoSeatLeft));
        assert_eq!(check_seats(-1, 1), Err(Refused::NoSeatLeft), "a posting may have hired more than it has seats by now");
    }

    #[test]
    fn only_a_rejection_is_received_and_nothing_of_what_is_being_erased_changes() {
        assert_eq!(record_receipt(Life::Live, Some(Outcome::Rejected)), Ok(()));
        for other in [None, Some(Outcome::Hired), Some(Outcome::Withdrawn)] {
            assert_eq!(record_receipt(Life::Live, other), Err(Refused::NotRejected));
        }
        assert_eq!(record_receipt(Life::Erasing, Some(Outcome::Rejected)), Err(Refused::Erasing));
    }

    #[test]
    fn hired_applicants_are_not_blocked_before_their_handover() {
        assert!(!is_blocked(State::Closed, Some(Outcome::Hired), false));
        assert!(is_blocked(State::Closed, Some(Outcome::Hired), true));
        assert!(is_blocked(State::Closed, Some(Outcome::Rejected), false));
        assert!(is_blocked(State::Closed, None, false));
        assert!(!is_blocked(State::IntakeClosed, Some(Outcome::Rejected), false));
    }

    #[test]
    fn n10_a_rejection_is_received_between_the_arrival_and_today() {
        let d = jiff::civil::date;
        let check = |day| check_rejection_received(day, d(2026, 9, 1), d(2026, 9, 10));
        assert_eq!(check(d(2026, 9, 1)), Ok(()));
        assert_eq!(check(d(2026, 9, 10)), Ok(()));
        assert_eq!(check(d(2026, 8, 31)), Err(Problem::TooEarly));
        assert_eq!(check(d(2016, 9, 5)), Err(Problem::TooEarly));
        assert_eq!(check(d(2026, 9, 11)), Err(Problem::TooLate));
    }

    #[test]
    fn an_outcome_can_be_taken_back_until_the_handover() {
        assert_eq!(decide(State::Open, Life::Live, Some(Outcome::Hired), None, 0, false), Ok(()));
        assert_eq!(decide(State::Open, Life::Live, Some(Outcome::Hired), None, 0, true), Err(Refused::HandedOver));
    }
}
