//! Who may do what: one decision for every page, form, download, list and count (docs/SECURITY.md, "Who may do what").

use jiff::Timestamp;

use crate::{
    application::{Life, Outcome, Section, is_blocked},
    code::codes,
    id::{AccountId, DepartmentId, EmployerId},
    posting::State,
};

codes! {
    /// What a person is at the desk.
    Role {
        /// Sees every application of the employer from its first moment, and decides.
        Hr = "hr",
        /// Heads a department: sees what was released to it.
        Head = "head",
        /// Reads what is released to them by name: a member of a selection panel.
        Panel = "panel",
        /// The works council (section 99 BetrVG).
        WorksCouncil = "works_council",
        /// The representative of severely disabled staff (section 178 SGB IX).
        Representative = "representative",
        /// The privacy officer: journal, plan, certificates, requests.
        Privacy = "privacy",
        /// Accounts, departments, settings, keys; no applicant data.
        Admin = "admin",
        /// Papers that a statute keeps, and nothing else (sections 257 HGB, 147 AO).
        Accounting = "accounting",
    }
}

codes! {
    /// Everything that a route does. Each route declares one, and each is decided by [`may`].
    Action {
        /// Read the careers site and the notice.
        ReadCareers = "read_careers",
        /// Fetch a style sheet, a script, a picture of the site itself.
        FetchAsset = "fetch_asset",
        /// Hand in an application.
        Apply = "apply",
        /// Ask for one's own status.
        ReadStatus = "read_status",
        /// Sign in at the desk.
        SignIn = "sign_in",
        /// Sign out.
        SignOut = "sign_out",
        /// Ask whether the process is alive and ready.
        Operate = "operate",
        /// Enter the desk.
        EnterDesk = "enter_desk",
        /// List applications; the list itself holds what the person may see.
        ListApplications = "list_applications",
        /// Open one application.
        ReadApplication = "read_application",
        /// Read one section of an application, its documents included.
        ReadSection = "read_section",
        /// Read HR's own notes.
        ReadNotes = "read_notes",
        /// Write a note as HR.
        AddNote = "add_note",
        /// Read comments.
        ReadComments = "read_comments",
        /// Comment on a released application.
        AddComment = "add_comment",
        /// Put a copy beside an application in which nobody can recognise the person.
        Redact = "redact",
        /// Move the stage.
        MoveStage = "move_stage",
        /// Set or take back an outcome.
        Decide = "decide",
        /// Release sections, or revoke a release.
        Release = "release",
        /// Keep a person away from an application, and from every trace of it; or let them back.
        Exclude = "exclude",
        /// Say that one knows the applicant, and see nothing of the application from then on.
        Recuse = "recuse",
        /// List postings at the desk.
        ListPostings = "list_postings",
        /// Write, publish, stop or close a posting.
        RunPosting = "run_posting",
        /// See what goes when, and the certificates.
        ReadPlan = "read_plan",
        /// Read the journal.
        ReadJournal = "read_journal",
        /// Keep applications for a claim, look at it again, end it.
        Hold = "hold",
        /// Look an applicant up by an exact address, for a purpose.
        LookUp = "look_up",
        /// Restrict the processing of an application, or lift that.
        Restrict = "restrict",
        /// Record a request for erasure, or erase a minor's application by two people.
        AnswerErasure = "answer_erasure",
        /// Hand a hired applicant over to the employee records.
        HandOver = "hand_over",
        /// Read employee records.
        ReadEmployees = "read_employees",
        /// Put a paper away that a statute keeps.
        EnterPaper = "enter_paper",
        /// Read such papers.
        ReadPapers = "read_papers",
        /// Put somebody who consents into the talent pool, read it, record a withdrawal.
        RunPool = "run_pool",
        /// Read the evidence of consents.
        ReadEvidence = "read_evidence",
        /// See data-subject requests.
        ReadRequests = "read_requests",
        /// Enter a data-subject request, look through what was written about its person, answer it.
        AnswerRequest = "answer_request",
        /// See and change accounts.
        ManagePeople = "manage_people",
        /// See and change the settings of the desk: what the privacy notice names, how long applications are kept.
        ManageSettings = "manage_settings",
        /// See that the clock was moved, and confirm what it shows.
        ConfirmClock = "confirm_clock",
    }
}

/// A role at one employer, for a head with the department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// Where.
    pub employer: EmployerId,
    /// As what.
    pub role: Role,
    /// Of which department; heads only.
    pub department: Option<DepartmentId>,
}

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Anybody without a session: applicants and visitors.
    Anonymous,
    /// A person who signed in at the desk.
    Staff(Staff),
}

/// A person who signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// The account.
    pub account: AccountId,
    /// Its roles.
    pub memberships: Vec<Membership>,
    /// The roles that came to the end that was set for them, with the instant: a deputy's.
    pub ended: Vec<(Membership, Timestamp)>,
}

/// To whom sections are released.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everyone who heads the department.
    Department(DepartmentId),
    /// One named person: a panel member, a deputy.
    Person(AccountId),
    /// Everyone with this role: works council, representative.
    Body(Role),
}

/// A release, as far as the decision needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// To whom.
    pub audience: Audience,
    /// Which sections.
    pub sections: Vec<Section>,
    /// When it was made.
    pub since: Timestamp,
    /// When it ends by itself.
    pub until: Timestamp,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
}

/// An application, as far as the decision needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// Whose it is.
    pub employer: EmployerId,
    /// The state of its posting.
    pub posting: State,
    /// When its posting closed.
    pub closed_at: Option<Timestamp>,
    /// Its outcome, with the date.
    pub outcome: Option<(Outcome, Timestamp)>,
    /// Live, or on its way out.
    pub life: Life,
    /// Whether a handover took place.
    pub handed_over: bool,
    /// Whether processing is restricted (Art. 18 GDPR).
    pub restricted: bool,
    /// To whom it was opened although it is blocked or restricted, and until when.
    pub openings: Vec<(AccountId, Timestamp)>,
    /// Everything that was ever released.
    pub releases: Vec<Release>,
    /// From whom it is kept: for them it does not exist, whatever their role.
    pub excluded: Vec<AccountId>,
    /// Whether it is reviewed blind: neither head nor panel member reads who it is.
    pub blind: bool,
}

/// What it is done to.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// Nothing in particular: the page itself.
    House,
    /// Something of one employer: a posting, an employee record.
    Employer(&'a EmployerId),
    /// An application.
    Application(&'a Application),
    /// One section of an application.
    Section(&'a Application, Section),
}

/// Why a release no longer shows what it showed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// HR revoked it.
    Revoked,
    /// Its end date came.
    Expired,
    /// The applicant was rejected.
    Rejected,
    /// The applicant withdrew.
    Withdrawn,
    /// The procedure closed.
    ProcedureClosed,
    /// The person was a deputy, until then.
    Deputyship,
}

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    /// Nobody is signed in.
    SignIn,
    /// The person's roles do not include it.
    Role,
    /// For this person there is no such thing.
    Hidden,
    /// It was released once; since this instant it no longer is.
    Ended(Ended, Timestamp),
    /// The procedure is closed and the record waits for its date.
    Blocked,
    /// Processing is restricted.
    Restricted,
    /// It is being erased.
    Erasing,
    /// It is reviewed blind, and this would say who it is.
    Blind,
}

impl Membership {
    /// Whether a release to `audience`, made at `employer`, is one to `account` in this role.
    fn hears(&self, account: &AccountId, audience: &Audience, employer: &EmployerId) -> bool {
        self.employer == *employer
            && match audience {
                // No release makes a reader of an administrator or a privacy officer.
                Audience::Person(person) => person == account && READERS.contains(&self.role),
                // A head hears by the department or by name.
                Audience::Body(role) => *role == self.role && role.is_body(),
                Audience::Department(department) => self.role == Role::Head && self.department.as_ref() == Some(department),
            }
    }
}

impl Audience {
    /// Whether it is a role itself.
    #[must_use]
    pub const fn is_body(&self) -> bool {
        matches!(self, Self::Body(_))
    }
}

/// Whether these sections may go to an audience together. What was said of a disability goes to anybody but a body by itself: nobody releases
/// it along with the rest (docs/PROMISES.md, n24).
#[must_use]
pub fn go_together(audience: &Audience, sections: &[Section]) -> bool {
    audience.is_body() || sections.len() == 1 || !sections.contains(&Section::Disability)
}

/// Who reads what is released to them.
pub const READERS: [Role; 4] = [Role::Head, Role::Panel, Role::WorksCouncil, Role::Representative];

impl Role {
    /// Whether somebody with the role may stand in for a head: who reads nothing by office, and speaks for no body of staff.
    #[must_use]
    pub const fn may_stand_in(self) -> bool {
        matches!(self, Self::Head | Self::Panel)
    }

    /// Whether a release can name the role itself, and means everybody who has it.
    #[must_use]
    pub const fn is_body(self) -> bool {
        matches!(self, Self::WorksCouncil | Self::Representative)
    }
}

impl Staff {
    /// The employer the person works for. One account belongs to one employer: what another granted it counts for nothing.
    #[must_use]
    pub fn employer(&self) -> Option<&EmployerId> {
        let ended = self.ended.iter().map(|(membership, _)| membership);
        self.memberships.iter().chain(ended).next().map(|membership| &membership.employer)
    }

    /// The role in which the person does `action`: the first of those it is for that the person has at their employer. `None` for what is
    /// for nobody in particular, and for somebody who may not.
    #[must_use]
    pub fn acts_as(&self, action: Action) -> Option<Role> {
        let own = self.employer()?;
        roles(action)?.iter().copied().find(|&role| self.is(role, own))
    }

    /// Whether the person has `role` at `employer`.
    #[must_use]
    pub fn is(&self, role: Role, employer: &EmployerId) -> bool {
        self.memberships.iter().any(|m| m.role == role && m.employer == *employer)
    }

    /// Whether a release to `audience`, made at `employer`, is one to this person.
    #[must_use]
    pub fn hears(&self, audience: &Audience, employer: &EmployerId) -> bool {
        self.memberships.iter().any(|membership| membership.hears(&self.account, audience, employer))
    }

    /// When the person's last role ended of those for which `counts` says so.
    fn over(&self, counts: impl Fn(&Membership, Timestamp) -> bool) -> Option<Timestamp> {
        self.ended.iter().filter(|(membership, at)| counts(membership, *at)).map(|&(_, at)| at).max()
    }
}

/// The roles an action is for. Everything public is for nobody in particular: [`Actor::Anonymous`] may.
#[must_use]
pub const fn roles(action: Action) -> Option<&'static [Role]> {
    use Role::{Accounting, Admin, Head, Hr, Panel, Privacy, Representative, WorksCouncil};
    const HR_AND_READERS: &[Role] = &[Hr, Head, Panel, WorksCouncil, Representative];
    match action {
        Action::ReadCareers
        | Action::FetchAsset
        | Action::Apply
        | Action::ReadStatus
        | Action::SignIn
        | Action::SignOut
        | Action::Operate => None,
        Action::EnterDesk => Some(Role::ALL),
        Action::ListApplications | Action::ReadApplication | Action::ReadSection | Action::ReadComments | Action::Recuse => {
            Some(HR_AND_READERS)
        }
        Action::AddComment => Some(&READERS),
        Action::ReadNotes
        | Action::AddNote
        | Action::MoveStage
        | Action::Decide
        | Action::Redact
        | Action::Release
        | Action::Exclude
        | Action::ListPostings
        | Action::RunPosting
        | Action::Hold
        | Action::LookUp
        | Action::Restrict
        | Action::AnswerErasure
        | Action::AnswerRequest
        | Action::HandOver
        | Action::ReadEmployees
        | Action::RunPool => Some(&[Hr]),
        Action::ReadPlan => Some(&[Hr, Privacy]),
        Action::ReadRequests => Some(&[Hr, Privacy]),
        Action::EnterPaper => Some(&[Hr, Accounting]),
        Action::ReadPapers => Some(&[Accounting]),
        Action::ReadJournal | Action::ReadEvidence => Some(&[Privacy]),
        Action::ManagePeople | Action::ManageSettings => Some(&[Admin]),
        Action::ConfirmClock => Some(&[Privacy, Admin]),
    }
}

/// Whether `actor` may do `action` to `subject` at the instant `now`.
///
/// # Errors
/// The reason, in the order in which a person should learn it.
pub fn may(actor: &Actor, action: Action, subject: Subject<'_>, now: Timestamp) -> Result<(), Denied> {
    let Some(roles) = roles(action) else { return Ok(()) };
    let Actor::Staff(staff) = actor else { return Err(Denied::SignIn) };
    let own = staff.employer().ok_or(Denied::Role)?;
    let employer = match subject {
        Subject::House => own,
        Subject::Employer(employer) => employer,
        Subject::Application(application) | Subject::Section(application, _) => &application.employer,
    };
    // What stands at another employer does not exist for the person; at their own, they lack the role.
    if employer != own {
        return Err(Denied::Hidden);
    }
    if !roles.iter().any(|&role| staff.is(role, own)) {
        let over = staff.over(|membership, _| membership.employer == *own && roles.contains(&membership.role));
        return Err(over.map_or(Denied::Role, |at| Denied::Ended(Ended::Deputyship, at)));
    }
    match subject {
        Subject::House | Subject::Employer(_) => Ok(()),
        Subject::Application(application) => may_application(staff, action, application, None, now),
        Subject::Section(application, section) => may_application(staff, action, application, Some(section), now),
    }
}

fn may_application(
    staff: &Staff,
    action: Action,
    application: &Application,
    section: Option<Section>,
    now: Timestamp,
) -> Result<(), Denied> {
    if application.excluded.contains(&staff.account) {
        return Err(Denied::Hidden);
    }
    // HR reads it all, so a department's comment would only hide who spoke: HR writes notes.
    if staff.is(Role::Hr, &application.employer) && action != Action::AddComment {
        let contents = !matches!(action, Action::ReadApplication | Action::Exclude | Action::Recuse);
        let reads = matches!(action, Action::ReadSection | Action::ReadNotes | Action::ReadComments);
        let opened = application.openings.iter().any(|(account, until)| *account == staff.account && now < *until);
        let closed = contents && !(reads && opened);
        return if application.life == Life::Erasing {
            Err(Denied::Erasing)
        } else if closed && application.restricted {
            Err(Denied::Restricted)
        } else if closed
            && is_blocked(application.posting, application.outcome.map(|(outcome, _)| outcome), application.handed_over)
        {
            Err(Denied::Blocked)
        } else {
            Ok(())
        };
    }
    let heard: Vec<_> =
        application.releases.iter().filter(|release| staff.hears(&release.audience, &application.employer)).collect();
    if application.restricted {
        return Err(Denied::Hidden);
    }
    if heard.is_empty() {
        // What was released to whom they stood in for, while they did.
        let heard = |membership: &Membership, end: Timestamp| {
            application
                .releases
                .iter()
                .any(|release| release.since < end && membership.hears(&staff.account, &release.audience, &application.employer))
        };
        return Err(staff.over(heard).map_or(Denied::Hidden, |at| Denied::Ended(Ended::Deputyship, at)));
    }
    let standing: Vec<_> = heard.iter().filter(|release| release.end(application, now).is_none()).collect();
    if standing.is_empty() {
        // What ended last. What came after is told to nobody whose releases had all ended before.
        let last = heard.iter().filter_map(|release| release.end(application, now)).max_by_key(|&(_, at)| at);
        return Err(last.map_or(Denied::Hidden, |(ended, at)| Denied::Ended(ended, at)));
    }
    if application.life == Life::Erasing {
        return Err(Denied::Erasing);
    }
    let Some(section) = section else { return Ok(()) };
    let mut showing = standing.iter().filter(|release| release.sections.contains(&section)).peekable();
    if showing.peek().is_none() {
        return Err(Denied::Hidden);
    }
    // Who judges the work judges blind. A body is told of the person by law (section 99(1) BetrVG, section 178(2) SGB IX).
    match application.blind && section.names_the_person() && !showing.any(|release| release.audience.is_body()) {
        true => Err(Denied::Blind),
        false => Ok(()),
    }
}

impl Release {
    /// Whether it was neither revoked nor came to its end; what ended for everybody, [`may`] knows.
    #[must_use]
    pub fn stands(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && now < self.until
    }

    /// What ended it first, and when; `None` while it shows what it names.
    fn end(&self, application: &Application, now: Timestamp) -> Option<(Ended, Timestamp)> {
        let ends = [
            self.revoked_at.map(|at| (Ended::Revoked, at)),
            (self.until <= now).then_some((Ended::Expired, self.until)),
            match application.outcome {
                Some((Outcome::Rejected, at)) => Some((Ended::Rejected, at)),
                Some((Outcome::Withdrawn, at)) => Some((Ended::Withdrawn, at)),
                Some((Outcome::Hired, _)) | None => None,
            },
            application.closed_at.map(|at| (Ended::ProcedureClosed, at)),
        ];
        ends.into_iter().flatten().min_by_key(|&(_, at)| at)
    }
}

#[cfg(test)]
mod tests;
