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
        /// The works council (section 99 BetrVG).
        WorksCouncil = "works_council",
        /// The representative of severely disabled staff (section 178 SGB IX).
        Representative = "representative",
        /// The privacy officer: journal, plan, certificates, requests.
        Privacy = "privacy",
        /// Accounts, departments, settings, keys; no applicant data.
        Admin = "admin",
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
        /// Move the stage.
        MoveStage = "move_stage",
        /// Set or take back an outcome.
        Decide = "decide",
        /// Release sections, or revoke a release.
        Release = "release",
        /// List postings at the desk.
        ListPostings = "list_postings",
        /// Write, publish, stop or close a posting.
        RunPosting = "run_posting",
        /// See what goes when, and the certificates.
        ReadPlan = "read_plan",
        /// Read the journal.
        ReadJournal = "read_journal",
        /// Hand a hired applicant over to the employee records.
        HandOver = "hand_over",
        /// Read employee records.
        ReadEmployees = "read_employees",
        /// See data-subject requests.
        ReadRequests = "read_requests",
        /// See and change accounts.
        ManagePeople = "manage_people",
        /// See and change the settings of the desk: what the privacy notice names, how long applications are kept.
        ManageSettings = "manage_settings",
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
    /// Everything that was ever released.
    pub releases: Vec<Release>,
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
}

impl Staff {
    /// The employer the person works for. One account belongs to one employer.
    #[must_use]
    pub fn employer(&self) -> Option<&EmployerId> {
        self.memberships.first().map(|membership| &membership.employer)
    }

    /// Whether the person has `role` at `employer`.
    #[must_use]
    pub fn is(&self, role: Role, employer: &EmployerId) -> bool {
        self.memberships.iter().any(|m| m.role == role && m.employer == *employer)
    }

    /// Whether the person has `role` anywhere.
    #[must_use]
    pub fn has_role(&self, role: Role) -> bool {
        self.memberships.iter().any(|m| m.role == role)
    }

    /// Whether a release to `audience`, made at `employer`, is one to this person.
    #[must_use]
    pub fn hears(&self, audience: &Audience, employer: &EmployerId) -> bool {
        match audience {
            Audience::Person(account) => *account == self.account,
            Audience::Body(role) => self.is(*role, employer),
            Audience::Department(department) => self
                .memberships
                .iter()
                .any(|m| m.role == Role::Head && m.employer == *employer && m.department.as_ref() == Some(department)),
        }
    }
}

/// The roles an action is for. Everything public is for nobody in particular: [`Actor::Anonymous`] may.
#[must_use]
pub const fn roles(action: Action) -> Option<&'static [Role]> {
    use Role::{Admin, Head, Hr, Privacy, Representative, WorksCouncil};
    const READERS: &[Role] = &[Hr, Head, WorksCouncil, Representative];
    match action {
        Action::ReadCareers
        | Action::FetchAsset
        | Action::Apply
        | Action::ReadStatus
        | Action::SignIn
        | Action::SignOut
        | Action::Operate => None,
        Action::EnterDesk => Some(Role::ALL),
        Action::ListApplications | Action::ReadApplication | Action::ReadSection | Action::ReadComments => Some(READERS),
        Action::AddComment => Some(&[Head, WorksCouncil, Representative]),
        Action::ReadNotes
        | Action::AddNote
        | Action::MoveStage
        | Action::Decide
        | Action::Release
        | Action::ListPostings
        | Action::RunPosting
        | Action::HandOver
        | Action::ReadEmployees => Some(&[Hr]),
        Action::ReadPlan => Some(&[Hr, Privacy]),
        Action::ReadRequests => Some(&[Hr, Privacy]),
        Action::ReadJournal => Some(&[Privacy]),
        Action::ManagePeople | Action::ManageSettings => Some(&[Admin]),
    }
}

/// Whether `actor` may do `action` to `subject` at the instant `now`.
///
/// # Errors
/// The reason, in the order in which a person should learn it.
pub fn may(actor: &Actor, action: Action, subject: Subject<'_>, now: Timestamp) -> Result<(), Denied> {
    let Some(roles) = roles(action) else { return Ok(()) };
    let Actor::Staff(staff) = actor else { return Err(Denied::SignIn) };
    let held = |employer: &EmployerId| roles.iter().any(|&role| staff.is(role, employer));
    match subject {
        Subject::House if roles.iter().any(|&role| staff.has_role(role)) => Ok(()),
        Subject::House => Err(Denied::Role),
        Subject::Employer(employer) if held(employer) => Ok(()),
        Subject::Employer(employer) => Err(foreign(staff, employer)),
        Subject::Application(application) | Subject::Section(application, _) => {
            if !held(&application.employer) {
                return Err(foreign(staff, &application.employer));
            }
            let section = if let Subject::Section(_, section) = subject { Some(section) } else { None };
            may_application(staff, action, application, section, now)
        }
    }
}

/// What stands at another employer does not exist for the person; at their own, they lack the role.
fn foreign(staff: &Staff, employer: &EmployerId) -> Denied {
    if staff.employer() == Some(employer) { Denied::Role } else { Denied::Hidden }
}

fn may_application(
    staff: &Staff,
    action: Action,
    application: &Application,
    section: Option<Section>,
    now: Timestamp,
) -> Result<(), Denied> {
    if application.life == Life::Erasing {
        return Err(Denied::Erasing);
    }
    // HR reads it all, so a department's comment would only hide who spoke: HR writes notes.
    if staff.is(Role::Hr, &application.employer) && action != Action::AddComment {
        let contents = action != Action::ReadApplication;
        return if contents && application.restricted {
            Err(Denied::Restricted)
        } else if contents
            && is_blocked(application.posting, application.outcome.map(|(outcome, _)| outcome), application.handed_over)
        {
            Err(Denied::Blocked)
        } else {
            Ok(())
        };
    }
    let heard: Vec<_> =
        application.releases.iter().filter(|release| staff.hears(&release.audience, &application.employer)).collect();
    if heard.is_empty() || application.restricted {
        return Err(Denied::Hidden);
    }
    if let Some((ended, at)) = ended_for_all(application) {
        return Err(Denied::Ended(ended, at));
    }
    let standing: Vec<_> = heard.iter().filter(|release| release.stands(now)).collect();
    match standing.is_empty() {
        true => Err(heard
            .iter()
            .map(|release| release.end(now))
            .max_by_key(|(_, at)| *at)
            .map_or(Denied::Hidden, |(e, at)| Denied::Ended(e, at))),
        false if section.is_none_or(|section| standing.iter().any(|release| release.sections.contains(&section))) => Ok(()),
        false => Err(Denied::Hidden),
    }
}

/// What ends every release of an application at once.
fn ended_for_all(application: &Application) -> Option<(Ended, Timestamp)> {
    match (application.outcome, application.closed_at) {
        (Some((Outcome::Rejected, at)), _) => Some((Ended::Rejected, at)),
        (Some((Outcome::Withdrawn, at)), _) => Some((Ended::Withdrawn, at)),
        (_, Some(at)) => Some((Ended::ProcedureClosed, at)),
        _ => None,
    }
}

impl Release {
    /// Whether it still shows what it names.
    #[must_use]
    pub fn stands(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && now < self.until
    }

    fn end(&self, now: Timestamp) -> (Ended, Timestamp) {
        match self.revoked_at {
            Some(at) if at <= self.until => (Ended::Revoked, at),
            _ => (Ended::Expired, self.until.min(now)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("an instant")
    }

    fn now() -> Timestamp {
        at("2026-12-01T12:00:00Z")
    }

    fn employer(n: u8) -> EmployerId {
        EmployerId::from_bytes([n; 16])
    }

    fn department(n: u8) -> DepartmentId {
        DepartmentId::from_bytes([n; 16])
    }

    fn staff(role: Role, of: u8, heads: Option<u8>) -> Actor {
        let membership = Membership { employer: employer(of), role, department: heads.map(department) };
        Actor::Staff(Staff { account: AccountId::from_bytes([role as u8 + 1; 16]), memberships: vec![membership] })
    }

    fn application() -> Application {
        Application {
            employer: employer(1),
            posting: State::Open,
            closed_at: None,
            outcome: None,
            life: Life::Live,
            handed_over: false,
            restricted: false,
            releases: vec![],
        }
    }

    fn released(sections: &[Section]) -> Application {
        let release = Release {
            audience: Audience::Department(department(1)),
            sections: sections.to_vec(),
            until: at("2026-12-31T00:00:00Z"),
            revoked_at: None,
        };
        Application { releases: vec![release], ..application() }
    }

    /// Everything an application's sections can answer a person, in one line per state.
    fn reads(actor: &Actor, application: &Application) -> Vec<Section> {
        let may = |&&section: &&Section| may(actor, Action::ReadSection, Subject::Section(application, section), now()).is_ok();
        Section::ALL.iter().filter(may).copied().collect()
    }

    #[test]
    fn n04_at_first_only_hr_and_the_department_once_released() {
        let (hr, head) = (staff(Role::Hr, 1, None), staff(Role::Head, 1, Some(1)));
        assert_eq!(reads(&hr, &application()), Section::ALL);
        assert_eq!(reads(&head, &application()), []);
        assert_eq!(reads(&head, &released(&[Section::Cv])), [Section::Cv]);
        assert_eq!(reads(&staff(Role::Head, 1, Some(2)), &released(&[Section::Cv])), [], "another department");
        assert_eq!(reads(&staff(Role::Hr, 2, None), &application()), [], "another employer");
        assert_eq!(reads(&staff(Role::Privacy, 1, None), &application()), []);
        assert_eq!(reads(&staff(Role::Admin, 1, None), &application()), []);
        assert_eq!(reads(&Actor::Anonymous, &application()), []);
    }

    #[test]
    fn an_ended_release_says_why_and_since_when() {
        let head = staff(Role::Head, 1, Some(1));
        let ask = |application: &Application| may(&head, Action::ReadApplication, Subject::Application(application), now());
        let when = at("2026-11-30T09:00:00Z");
        assert_eq!(ask(&application()), Err(Denied::Hidden), "never released: for the head it does not exist");

        let mut revoked = released(&[Section::Cv]);
        revoked.releases[0].revoked_at = Some(when);
        assert_eq!(ask(&revoked), Err(Denied::Ended(Ended::Revoked, when)));

        let mut expired = released(&[Section::Cv]);
        expired.releases[0].until = when;
        assert_eq!(ask(&expired), Err(Denied::Ended(Ended::Expired, when)));

        let rejected = Application { outcome: Some((Outcome::Rejected, when)), ..released(&[Section::Cv]) };
        assert_eq!(ask(&rejected), Err(Denied::Ended(Ended::Rejected, when)));

        let closed = Application { posting: State::Closed, closed_at: Some(when), ..released(&[Section::Cv]) };
        assert_eq!(ask(&closed), Err(Denied::Ended(Ended::ProcedureClosed, when)));
    }

    #[test]
    fn a_closed_procedure_blocks_even_hr_and_spares_the_hired() {
        let hr = staff(Role::Hr, 1, None);
        let closed = |outcome| Application { posting: State::Closed, closed_at: Some(now()), outcome, ..application() };
        assert_eq!(reads(&hr, &closed(None)), []);
        assert_eq!(reads(&hr, &closed(Some((Outcome::Hired, now())))), Section::ALL);
        assert_eq!(
            may(&hr, Action::ReadApplication, Subject::Application(&closed(None)), now()),
            Ok(()),
            "that it exists is still shown"
        );
    }

    #[test]
    fn n13_a_restricted_application_is_hidden_from_heads_and_closed_to_hr() {
        let restricted = Application { restricted: true, ..released(&[Section::Cv]) };
        let section = Subject::Section(&restricted, Section::Cv);
        assert_eq!(may(&staff(Role::Hr, 1, None), Action::ReadSection, section, now()), Err(Denied::Restricted));
        assert_eq!(may(&staff(Role::Head, 1, Some(1)), Action::ReadSection, section, now()), Err(Denied::Hidden));
    }

    #[test]
    fn nobody_reads_what_is_being_erased() {
        let erasing = Application { life: Life::Erasing, ..released(Section::ALL) };
        for role in Role::ALL {
            assert_eq!(reads(&staff(*role, 1, Some(1)), &erasing), []);
        }
    }

    #[test]
    fn every_action_is_public_or_for_somebody() {
        for &action in Action::ALL {
            let anonymous = may(&Actor::Anonymous, action, Subject::House, now());
            assert_eq!(anonymous.is_ok(), roles(action).is_none(), "{action:?}");
            assert_ne!(roles(action), Some(&[][..]), "{action:?} would be for nobody");
        }
    }
}
