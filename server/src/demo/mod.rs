//! The demo: one invented employer, its postings and the people who apply, as plain data.
//!
//! *Werk & Wandel GmbH* of Leipzig and Rotterdam puts heat pumps and storage into old buildings. It
//! exists nowhere, and neither does anyone named here: addresses are `example.com`, `.org` and `.net`,
//! telephone numbers come from ranges reserved for fiction. Nothing in this module touches a clock, a
//! database or the domain types; dates are counted in days before today.

mod document;
mod docx;
mod generated;
mod helvetica;
mod load;
mod odt;
mod package;
mod pdf;
mod people;
mod postings;
mod questions;

pub(crate) use document::{Cv, CvEntry, CvSection};
use generated::nth_applicant;
pub(crate) use load::{is_demo, prepare, print_accounts, volume};
use people::applicants;
use postings::postings;

/// Name of the employer whose postings these are.
pub(crate) const EMPLOYER: &str = "Werk & Wandel GmbH";

/// A language a posting is written in; its applicants write in the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Language {
    /// German.
    De,
    /// English.
    En,
    /// Dutch.
    Nl,
}

impl Language {
    /// The ISO 639-1 code.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::En => "en",
            Self::Nl => "nl",
        }
    }
}

/// A department of the employer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Department {
    /// Software, controls and design.
    Engineering,
    /// Planning, building and servicing the installations.
    Operations,
    /// Personnel matters and the running of the offices.
    PeopleAndOffice,
}

impl Department {
    /// Every department, in the order the desk lists them.
    pub(crate) const ALL: [Self; 3] = [Self::Engineering, Self::Operations, Self::PeopleAndOffice];

    /// The name in one of the posting languages.
    pub(crate) const fn name(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Engineering, Language::De) => "Technik",
            (Self::Engineering, Language::En) => "Engineering",
            (Self::Engineering, Language::Nl) => "Techniek",
            (Self::Operations, Language::De) => "Betrieb",
            (Self::Operations, Language::En) => "Operations",
            (Self::Operations, Language::Nl) => "Uitvoering",
            (Self::PeopleAndOffice, _) => "People & Office",
        }
    }
}

/// How somebody is employed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Employment {
    /// The full week.
    FullTime,
    /// Fewer hours; the posting's text says how many.
    PartTime,
    /// Vocational training.
    Apprenticeship,
}

/// What a pay range counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum PayPeriod {
    /// Gross per year.
    Year,
    /// Gross per month.
    Month,
}

/// A gross pay range in whole euros.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pay {
    /// Lower end.
    pub(crate) min: u32,
    /// Upper end.
    pub(crate) max: u32,
    /// What the two figures count.
    pub(crate) period: PayPeriod,
}

/// The state a posting is to be brought into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PostingState {
    /// Written, never opened.
    Draft,
    /// Takes applications.
    Open,
    /// Takes none any more; the desk goes on.
    IntakeClosed,
    /// The procedure is over; every applicant has an outcome.
    Closed {
        /// Days since it was closed.
        days_ago: u32,
    },
}

/// One block of a posting's description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Block {
    /// A heading below the posting's title.
    Heading(&'static str),
    /// Running text.
    Paragraph(&'static str),
    /// A bullet list.
    List(&'static [&'static str]),
}

/// Whom to ask about a posting.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Contact {
    /// First and last name.
    pub(crate) name: &'static str,
    /// What they do, in the posting's language.
    pub(crate) role: &'static str,
    /// E-mail address.
    pub(crate) email: &'static str,
    /// Telephone number in international form.
    pub(crate) phone: &'static str,
}

/// A posting with everything its page shows.
#[derive(Clone, Debug)]
pub(crate) struct DemoPosting {
    /// Its place under `/jobs/`, which applicants refer to.
    pub(crate) slug: &'static str,
    /// The language it is written in.
    pub(crate) language: Language,
    /// Title with the gender marker of its language.
    pub(crate) title: &'static str,
    /// The department that hires.
    pub(crate) department: Department,
    /// Where the work is done.
    pub(crate) place: &'static str,
    /// Kind of employment.
    pub(crate) employment: Employment,
    /// Pay range.
    pub(crate) pay: Pay,
    /// How many people are sought.
    pub(crate) seats: u32,
    /// One sentence for the list of postings.
    pub(crate) summary: &'static str,
    /// The text of the page.
    pub(crate) description: &'static [Block],
    /// Whom to ask.
    pub(crate) contact: Contact,
    /// What happens after applying, step by step.
    pub(crate) next_steps: &'static [&'static str],
    /// Days since it was opened; 0 for a draft.
    pub(crate) opened_days_ago: u32,
    /// Last day of intake counted from today; negative when it has passed.
    pub(crate) intake_ends_in_days: i32,
    /// The state to bring it into.
    pub(crate) state: PostingState,
}

/// How far an application has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Stage {
    /// Not looked at yet.
    Received,
    /// Being read.
    Review,
    /// Invited or interviewed.
    Interview,
    /// An offer is on the table or was.
    Offer,
}

/// How an application ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Outcome {
    /// Got the job.
    Hired,
    /// Was turned down.
    Rejected,
    /// Stepped back.
    Withdrawn,
}

/// An outcome with its date and reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decision {
    /// How it ended.
    pub(crate) outcome: Outcome,
    /// Days since it was decided: never more than since the application.
    pub(crate) days_ago: u32,
    /// HR's reason, for the desk only.
    pub(crate) reason: String,
}

/// The file format of a CV.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Format {
    /// Portable Document Format.
    Pdf,
    /// Office Open XML text.
    Docx,
    /// OpenDocument text.
    Odt,
}

impl Format {
    /// The usual file name extension, without the dot.
    pub(crate) const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Odt => "odt",
        }
    }
}

/// An applicant with the application, and what the desk has done with it since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DemoApplicant {
    /// Slug of the posting applied to.
    pub(crate) posting: &'static str,
    /// First name.
    pub(crate) first_name: String,
    /// Last name.
    pub(crate) last_name: String,
    /// E-mail address, distinct among all applicants.
    pub(crate) email: String,
    /// Telephone number in international form.
    pub(crate) phone: String,
    /// The message typed into the form, in the posting's language.
    pub(crate) message: String,
    /// What the CV says.
    pub(crate) cv: Cv,
    /// The file format the CV is sent in.
    pub(crate) format: Format,
    /// Days since the application arrived; within the posting's intake.
    pub(crate) days_ago: u32,
    /// How far it has come, or had come when it was decided.
    pub(crate) stage: Stage,
    /// How it ended, if it has.
    pub(crate) decision: Option<Decision>,
    /// Whether HR has released it to the posting's department.
    pub(crate) released: bool,
    /// HR's internal notes, oldest first.
    pub(crate) notes: Vec<String>,
    /// The department head's comments, oldest first; only on what was released.
    pub(crate) comments: Vec<String>,
}

impl DemoApplicant {
    /// The CV as the bytes of a file in the applicant's format; the same bytes each time.
    pub(crate) fn document(&self) -> Vec<u8> {
        match self.format {
            Format::Pdf => pdf::pdf(&self.cv),
            Format::Docx => docx::docx(&self.cv),
            Format::Odt => odt::odt(&self.cv),
        }
    }

    /// The name under which the applicant sends the CV.
    pub(crate) fn file_name(&self) -> String {
        format!("{} {}.{}", self.cv.word(), self.cv.name, self.format.extension())
    }
}

#[cfg(test)]
mod tests;
