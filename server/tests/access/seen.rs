//! What of all that was sent and written stands in an answer, and what of it may stand there.

use std::collections::BTreeSet;

use aho_corasick::AhoCorasick;
use rules::{
    access::{Action, Actor, Role, Subject, may},
    application::Section,
    messages::{Key, Lang},
};

use super::house::{Case, House, Person, State};
use crate::support::Reply;

/// What a marker is to the one whom it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// First and last name.
    Name,
    /// E-mail and telephone.
    Reach,
    Letter,
    /// That a severe disability was stated.
    Disability,
    FileName,
    /// The document's own bytes.
    File,
    Note,
    /// Of the outcome, or of a claim.
    Reason,
    Comment,
}

/// Something that stands nowhere else in the world.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Marker {
    /// In which application, or in the paper.
    pub(super) of: &'static str,
    pub(super) kind: Kind,
    /// Whose comment.
    pub(super) by: String,
    text: Vec<u8>,
}

/// Looks for every marker of a house at once.
pub(super) struct Markers {
    all: Vec<Marker>,
    automaton: AhoCorasick,
}

impl Markers {
    pub(super) fn of(house: &House) -> Self {
        let mut all = Vec::new();
        let mut add = |of, kind, by: &str, text: &[u8]| all.push(Marker { of, kind, by: by.to_owned(), text: text.to_vec() });
        let cases = house.cases().map(|(of, case)| (of, &case.markers));
        for (of, markers) in cases.into_iter().chain([("paper", &house.paper)]) {
            for (kind, text) in [
                (Kind::Name, &markers.first_name),
                (Kind::Name, &markers.last_name),
                (Kind::Reach, &markers.email),
                (Kind::Reach, &markers.phone),
                (Kind::Letter, &markers.message),
                (Kind::FileName, &markers.file_name),
                (Kind::Note, &markers.note),
                (Kind::Reason, &markers.reason),
            ] {
                add(of, kind, "", text.as_bytes());
            }
            markers.of_file().iter().for_each(|slice| add(of, Kind::File, "", slice));
        }
        add("it", Kind::Disability, "", Lang::En.text(Key::DisabilityStated).as_bytes());
        for (by, text) in &house.it.comments {
            add("it", Kind::Comment, by, text.as_bytes());
        }
        let automaton = AhoCorasick::new(all.iter().map(|marker| &marker.text)).expect("an automaton");
        Self { all, automaton }
    }

    /// What stands in an answer: in its body, or in a header.
    pub(super) fn within(&self, reply: &Reply) -> BTreeSet<&Marker> {
        let headers = reply.headers.iter().flat_map(|(_, value)| [value.as_bytes(), b"\n"]).flatten().copied();
        let all: Vec<u8> = headers.chain(reply.bytes.iter().copied()).collect();
        self.automaton.find_overlapping_iter(&all).map(|found| &self.all[found.pattern().as_usize()]).collect()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Marker> {
        self.all.iter()
    }
}

/// Whether the person is in a body.
fn is_body(person: &Person) -> bool {
    matches!(&person.actor, Actor::Staff(staff) if staff.memberships.iter().any(|membership| membership.role.is_body()))
}

impl House {
    /// Whether the person may read that at all, wherever it stands.
    pub(super) fn may_read(&self, person: &Person, marker: &Marker) -> bool {
        if marker.of == "paper" {
            return may(&person.actor, Action::ReadPapers, Subject::Employer(&self.app.employer), self.now).is_ok();
        }
        let case = self.case(marker.of);
        let facts = &case.facts;
        let section = |section| self.allows(person, Action::ReadSection, Subject::Section(facts, section));
        let all = |action| self.allows(person, action, Subject::Application(facts));
        match marker.kind {
            Kind::Name | Kind::Reach => section(Section::Contact),
            Kind::Letter => section(Section::Letter),
            Kind::Disability => section(Section::Disability),
            Kind::FileName | Kind::File => section(Section::Cv),
            Kind::Note => all(Action::ReadNotes) || section(Section::Notes),
            Kind::Reason => {
                let outcome = facts.outcome.is_some() && all(Action::Decide);
                let claim = marker.of == "it" && self.state == State::Held && self.is_hr(person, case);
                outcome || claim
            }
            // HR reads them all, everybody else those of their own circle, and in each circle there is one person.
            Kind::Comment => {
                let own = all(Action::ReadComments) && (self.is_hr(person, case) || marker.by == person.name);
                // That a body spoke can say what it was told of, so bodies alone read that.
                let of_body = ["works_council", "representative"].contains(&marker.by.as_str());
                own || (section(Section::Comments) && (!of_body || is_body(person)))
            }
        }
    }

    /// Whether that may stand at a route, for those who may read it: what is said about one application, on its page; names, wherever
    /// people are listed.
    pub(super) fn may_stand(&self, path: &str, marker: &Marker) -> bool {
        let below = |prefix: &str| path.starts_with(prefix);
        let on_its_page = match marker.of {
            "it" => below("/office/applications/{id}"),
            "hired" => below("/office/employees/{id}"),
            "pooled" => below("/office/pool/{id}"),
            "paper" => below("/office/papers"),
            _ => false,
        };
        match marker.kind {
            Kind::Name => on_its_page || below("/office"),
            // The bytes leave by one way.
            Kind::File => on_its_page && path.contains("/documents/"),
            _ => on_its_page,
        }
    }

    /// The records that outlive an application have an action of their own: who reads them may not read the application any more.
    pub(super) fn reads_record(&self, person: &Person, path: &str, marker: &Marker) -> bool {
        let employer = Subject::Employer(&self.app.employer);
        let action = match marker.of {
            "hired" if path.starts_with("/office/employees") => Action::ReadEmployees,
            "pooled" if path.starts_with("/office/pool") => Action::RunPool,
            "pooled" if path == "/office/evidence" => Action::ReadEvidence,
            _ => return false,
        };
        let kept = matches!(marker.kind, Kind::Name | Kind::Reach) || self.may_stand(path, marker);
        kept && !matches!(marker.kind, Kind::Note | Kind::Reason | Kind::Comment) && self.allows(person, action, employer)
    }

    /// Whether that has to stand in a good answer, for those who may read it: else its absence for others would prove nothing.
    pub(super) fn must_stand(&self, path: &str, marker: &Marker) -> bool {
        // Erasing and restricted applications are in no list; nobody may read those anyway.
        match (path, marker.kind) {
            ("/office/applications/{id}", Kind::File) => false,
            ("/office/applications/{id}", _) => marker.of == "it",
            ("/office/applications/{id}/documents/{document}", Kind::File | Kind::FileName) => marker.of == "it",
            ("/office/applications", Kind::Name) => marker.of != "paper",
            ("/office/papers", Kind::Name) => marker.of == "paper" && marker.text.starts_with(b"MarkerLastName"),
            ("/office/employees" | "/office/employees/{id}", Kind::Name) => marker.of == "hired",
            ("/office/pool" | "/office/pool/{id}" | "/office/evidence", Kind::Name) => marker.of == "pooled",
            ("/office/employees/{id}/documents/{item}", Kind::File) => marker.of == "hired",
            ("/office/pool/{id}/documents/{document}", Kind::File) => marker.of == "pooled",
            _ => false,
        }
    }

    /// Whether the person may read the application's document.
    pub(super) fn reads_file(&self, person: &Person) -> bool {
        self.allows(person, Action::ReadSection, Subject::Section(&self.it.facts, Section::Cv))
    }

    fn case(&self, of: &str) -> &Case {
        let cases = self.cases();
        cases.iter().find(|(name, _)| *name == of).expect("an application of that name").1
    }

    fn allows(&self, person: &Person, action: Action, subject: Subject<'_>) -> bool {
        may(&person.actor, action, subject, self.now).is_ok()
    }

    fn is_hr(&self, person: &Person, case: &Case) -> bool {
        matches!(&person.actor, Actor::Staff(staff) if staff.is(Role::Hr, &case.facts.employer))
    }
}
