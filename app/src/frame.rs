//! What every page knows besides its own content.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use office::Refusal;
use rules::{
    access::{Action, Actor, Role, Subject, may},
    form::Problem,
    messages::Lang,
    retention::local_date,
};

/// The frame of a page.
#[derive(Clone)]
pub struct Frame {
    /// The reader's language.
    pub lang: Lang,
    /// The path of the page, to mark the place in the navigation.
    pub path: String,
    /// The employer's time zone, for dates.
    pub zone: TimeZone,
    /// The instant of the answer.
    pub now: Timestamp,
    /// The employer whose careers site this is.
    pub employer: String,
    /// Who signed in.
    pub person: Option<Person>,
    /// Whether this is a demonstration.
    pub demo: bool,
}

/// A person at the desk.
#[derive(Clone)]
pub struct Person {
    /// The name.
    pub name: String,
    /// For the one decision.
    pub actor: Actor,
}

impl Frame {
    /// The local calendar date of an instant.
    #[must_use]
    pub fn day(&self, at: Timestamp) -> Date {
        local_date(at, &self.zone)
    }

    /// The local date of an instant, written out.
    #[must_use]
    pub fn date(&self, at: Timestamp) -> String {
        self.lang.date(self.day(at))
    }

    /// Whether the person may do `action` at all: what a navigation offers.
    #[must_use]
    pub fn may(&self, action: Action) -> bool {
        let anonymous = Actor::Anonymous;
        let actor = self.person.as_ref().map_or(&anonymous, |person| &person.actor);
        may(actor, action, Subject::House, self.now).is_ok()
    }

    /// The roles of the person.
    #[must_use]
    pub fn roles(&self) -> Vec<Role> {
        match self.person.as_ref().map(|person| &person.actor) {
            Some(Actor::Staff(staff)) => staff.memberships.iter().map(|membership| membership.role).collect(),
            _ => Vec::new(),
        }
    }
}

/// A form at the desk that could not be carried out: what was typed comes back with what is wrong.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Which form of the page: the last part of its address (`notes`, `comments`, `stage`, `outcome`, `releases`, ...).
    pub form: &'static str,
    /// Its fields as they were sent.
    pub values: Vec<(String, String)>,
    /// What is wrong with them.
    pub problems: Vec<(&'static str, Problem)>,
    /// The rule that stands against it, when nothing is wrong with the fields.
    pub refused: Option<Refusal>,
}

impl Draft {
    /// What was typed into a field of a form; empty for any other form.
    #[must_use]
    pub fn value(&self, form: &str, name: &str) -> String {
        self.values
            .iter()
            .find(|(field, _)| self.form == form && field == name)
            .map(|(_, value)| value.clone())
            .unwrap_or_default()
    }

    /// Whether a choice among several was made.
    #[must_use]
    pub fn chose(&self, form: &str, name: &str, value: &str) -> bool {
        self.form == form && self.values.iter().any(|(field, chosen)| field == name && chosen == value)
    }

    /// What is wrong with a field of a form.
    #[must_use]
    pub fn problem(&self, form: &str, name: &str) -> Option<Problem> {
        self.problems.iter().find(|(field, _)| self.form == form && *field == name).map(|(_, problem)| *problem)
    }
}
