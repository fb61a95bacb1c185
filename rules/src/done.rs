//! What was just done at the desk, for the page that follows to say so.

use crate::{code::codes, messages::Key};

codes! {
    /// An act that a page confirms. Its code stands in the address of that page, so it names nobody and nothing.
    Done {
        /// Settings were saved.
        Settings = "settings",
        /// Name, colour or imprint of the careers site were saved.
        Brand = "brand",
        /// A logo was taken.
        Logo = "logo",
        /// The logo was removed.
        LogoRemoved = "logo_removed",
        /// A paper was put away.
        Paper = "paper",
        /// A deputy was named.
        Deputy = "deputy",
        /// A deputy's time was ended.
        DeputyEnded = "deputy_ended",
        /// The draft of a posting was saved.
        Draft = "draft",
        /// A posting was published.
        Published = "published",
        /// The intake of a posting was stopped.
        IntakeStopped = "intake_stopped",
        /// A note was added.
        Note = "note",
        /// The stage of an application was changed.
        Stage = "stage",
        /// An outcome was recorded.
        Outcome = "outcome",
        /// Something was released.
        Released = "released",
        /// A release was revoked.
        Revoked = "revoked",
        /// An applicant corrected what they stated.
        OwnCorrected = "own_corrected",
        /// An applicant stepped back.
        OwnWithdrawn = "own_withdrawn",
        /// An applicant asked for something that a person does.
        OwnAsked = "own_asked",
        /// An applicant restricted what may be done with their data.
        OwnRestricted = "own_restricted",
        /// An applicant's data are being erased.
        OwnErasing = "own_erasing",
        /// An applicant asked for erasure, and the page says what is done.
        OwnAnswered = "own_answered",
        /// A request was entered.
        Request = "request",
        /// A request was answered.
        Answered = "answered",
        /// Whatever else can be recorded of an application or a posting, where the page itself shows what.
        Recorded = "recorded",
    }
}

impl Done {
    /// What it says.
    #[must_use]
    pub const fn key(self) -> Key {
        match self {
            Self::Settings => Key::DoneSettings,
            Self::Brand => Key::DoneBrand,
            Self::Logo => Key::DoneLogo,
            Self::LogoRemoved => Key::DoneLogoRemoved,
            Self::Paper => Key::DonePaper,
            Self::Deputy => Key::DoneDeputy,
            Self::DeputyEnded => Key::DoneDeputyEnded,
            Self::Draft => Key::DoneDraft,
            Self::Published => Key::DonePublished,
            Self::IntakeStopped => Key::DoneIntakeStopped,
            Self::Note => Key::DoneNote,
            Self::Stage => Key::DoneStage,
            Self::Outcome => Key::DoneOutcome,
            Self::Released => Key::DoneReleased,
            Self::Revoked => Key::DoneRevoked,
            Self::OwnCorrected => Key::DoneOwnCorrected,
            Self::OwnWithdrawn => Key::DoneOwnWithdrawn,
            Self::OwnAsked => Key::DoneOwnAsked,
            Self::OwnRestricted => Key::DoneOwnRestricted,
            Self::OwnErasing => Key::DoneOwnErasing,
            Self::OwnAnswered => Key::DoneOwnAnswered,
            Self::Request => Key::DoneRequest,
            Self::Answered => Key::DoneAnswered,
            Self::Recorded => Key::DoneRecorded,
        }
    }
}
