//! What every page knows besides its own content.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use office::clock_guard::ClockStop;
use rules::{
    access::{Action, Actor, Role, Subject, may},
    done::Done,
    form::Problem,
    messages::Lang,
    retention::local_date,
};

use crate::pages::error::Trouble;

/// The frame of a page.
#[derive(Clone)]
pub struct Frame {
    /// The reader's language.
    pub lang: Lang,
    /// The path of the page, to mark the place in the navigation.
    pub path: String,
    /// What stands after it in the address, behind the question mark: how a list is narrowed down.
    pub query: String,
    /// The employer's time zone, for dates.
    pub zone: TimeZone,
    /// The instant of the answer.
    pub now: Timestamp,
    /// The employer whose careers site this is.
    pub employer: String,
    /// How the careers site looks, as the administrator set it.
    pub brand: Brand,
    /// What was just done, after the redirect that followed it.
    pub done: Option<Done>,
    /// Where the site is reached from outside, without a trailing slash.
    pub public_url: String,
    /// Who signed in.
    pub person: Option<Person>,
    /// Whether this is a demonstration.
    pub demo: bool,
    /// Why nothing is erased, for those at the desk whom it concerns.
    pub clock: Option<ClockStop>,
    /// Random text of this one answer: what is sent twice from the form that carries it is done once.
    pub token: String,
}

/// A person at the desk.
#[derive(Clone)]
pub struct Person {
    /// The name.
    pub name: String,
    /// For the one decision.
    pub actor: Actor,
}

/// How the careers site looks. What is not set stays as the site comes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brand {
    /// Where the stylesheet with the accent colour is.
    pub style: Option<String>,
    /// The logo.
    pub logo: Option<Logo>,
    /// Where the imprint is: a path of ours, or an address elsewhere.
    pub imprint: Option<String>,
}

/// A logo on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// Its path.
    pub path: String,
    /// Pixels from side to side.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
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
    /// Why it was not carried out, when nothing is wrong with the fields.
    pub trouble: Option<Trouble>,
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

    /// What a person wrote in words, to be shown where the form itself is no longer; choices, numbers and days can be made again.
    #[must_use]
    pub fn written(&self) -> String {
        let words = self.values.iter().filter(|(field, _)| holds_words(field)).map(|(_, text)| text.trim());
        words.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    /// What is wrong with a field of a form.
    #[must_use]
    pub fn problem(&self, form: &str, name: &str) -> Option<Problem> {
        self.problems.iter().find(|(field, _)| self.form == form && *field == name).map(|(_, problem)| *problem)
    }
}

/// Whether a field of a form at the desk is one in which people write.
fn holds_words(field: &str) -> bool {
    matches!(field, "text" | "about" | "reason" | "title" | "summary" | "body" | "place" | "pay" | "contact" | "next_steps")
        || field.starts_with("necessity-")
        || field.starts_with("notice.")
        || (field.starts_with("question-") && !field.ends_with("-kind") && !field.ends_with("-required"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_kept_apart_from_what_was_chosen() {
        let sent = [
            ("ids", "0123456789abcdef0123456789abcdef"),
            ("outcome", "rejected"),
            ("reason", " She said why. "),
            ("necessity-cv", "Proof"),
            ("necessity-phone", " "),
        ];
        let values = sent.map(|(field, value)| (field.to_owned(), value.to_owned())).to_vec();
        assert_eq!(Draft { form: "outcome", values, ..Draft::default() }.written(), "She said why.\n\nProof");
    }
}
