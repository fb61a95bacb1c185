//! The people who apply, one file per posting, each person as the facts that make up CV and application.

mod apprentice;
mod field_planner;
mod office_manager;
mod product_designer;
mod reliability_engineer;
mod service_technician;
mod software_developer;

use super::{Cv, CvEntry, CvSection, Decision, DemoApplicant, Format, Language, Outcome, Stage};

/// Every applicant of the demo.
pub(crate) fn applicants() -> Vec<DemoApplicant> {
    [
        software_developer::GROUP,
        service_technician::GROUP,
        apprentice::GROUP,
        reliability_engineer::GROUP,
        product_designer::GROUP,
        field_planner::GROUP,
        office_manager::GROUP,
    ]
    .iter()
    .flat_map(|group| group.people.iter().map(|person| person.apply(group)))
    .collect()
}

/// The applicants of one posting.
struct Group {
    /// Slug of the posting.
    posting: &'static str,
    language: Language,
    headings: Headings,
    people: &'static [Person],
}

/// What the sections of a CV are called.
#[derive(Clone, Copy)]
pub(super) struct Headings {
    pub(super) jobs: &'static str,
    pub(super) education: &'static str,
    pub(super) skills: &'static str,
    pub(super) languages: &'static str,
    /// Whether education comes before the jobs.
    pub(super) school_first: bool,
}

impl Headings {
    /// The usual ones in a language.
    pub(super) const fn of(language: Language) -> Self {
        let (jobs, education, skills, languages) = match language {
            Language::De => ("Berufserfahrung", "Ausbildung", "Kenntnisse", "Sprachen"),
            Language::En => ("Experience", "Education", "Skills", "Languages"),
            Language::Nl => ("Werkervaring", "Opleiding", "Vaardigheden", "Talen"),
        };
        Self { jobs, education, skills, languages, school_first: false }
    }
}

/// The facts about one applicant.
struct Person {
    first_name: &'static str,
    last_name: &'static str,
    email: &'static str,
    phone: &'static str,
    town: &'static str,
    headline: &'static str,
    summary: &'static str,
    /// `years | position | employer, town | what was done | ...`, newest first.
    jobs: &'static [&'static str],
    /// `years | degree | school, town | remark | ...`, newest first.
    education: &'static [&'static str],
    /// `group: skills`.
    skills: &'static [&'static str],
    /// `language: level`.
    languages: &'static [&'static str],
    message: &'static str,
    format: Format,
    days_ago: u32,
    stage: Stage,
    /// Outcome, days since, reason.
    decision: Option<(Outcome, u32, &'static str)>,
    released: bool,
    notes: &'static [&'static str],
    comments: &'static [&'static str],
}

impl Person {
    fn apply(&self, group: &Group) -> DemoApplicant {
        DemoApplicant {
            posting: group.posting,
            first_name: self.first_name.to_owned(),
            last_name: self.last_name.to_owned(),
            email: self.email.to_owned(),
            phone: self.phone.to_owned(),
            message: self.message.to_owned(),
            cv: self.cv(group),
            format: self.format,
            days_ago: self.days_ago,
            stage: self.stage,
            decision: self.decision.map(|(outcome, days_ago, reason)| Decision { outcome, days_ago, reason: reason.to_owned() }),
            released: self.released,
            notes: owned(self.notes),
            comments: owned(self.comments),
        }
    }

    fn cv(&self, group: &Group) -> Cv {
        let headings = group.headings;
        let mut sections = vec![
            section(headings.jobs, self.jobs, position),
            section(headings.education, self.education, position),
            section(headings.skills, self.skills, skill),
            section(headings.languages, self.languages, skill),
        ];
        if headings.school_first {
            sections.swap(0, 1);
        }
        Cv {
            language: group.language,
            name: format!("{} {}", self.first_name, self.last_name),
            headline: self.headline.to_owned(),
            contact: owned(&[self.town, self.phone, self.email]),
            summary: self.summary.to_owned(),
            sections,
        }
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

/// A section from the short notation of its entries.
pub(super) fn section<T: AsRef<str>>(title: &str, entries: &[T], read: fn(&str) -> CvEntry) -> CvSection {
    CvSection { title: title.to_owned(), entries: entries.iter().map(|entry| read(entry.as_ref())).collect() }
}

/// Reads `years | what | where | line | ...`.
pub(super) fn position(text: &str) -> CvEntry {
    let mut parts = text.split(" | ").map(str::to_owned);
    let mut next = || parts.next().unwrap_or_default();
    CvEntry { label: next(), what: next(), at: next(), lines: parts.collect() }
}

/// Reads `group: skills`.
pub(super) fn skill(text: &str) -> CvEntry {
    let (label, skills) = text.split_once(": ").unwrap_or(("", text));
    CvEntry { label: label.to_owned(), what: String::new(), at: String::new(), lines: vec![skills.to_owned()] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_notation_of_a_position_is_read_in_full() {
        let entry = position("2020 – 2022 | Koch | Kantine, Ulm | Suppen | Soßen");
        assert_eq!(entry.label, "2020 – 2022");
        assert_eq!((entry.what.as_str(), entry.at.as_str()), ("Koch", "Kantine, Ulm"));
        assert_eq!(entry.lines, ["Suppen", "Soßen"]);
    }

    #[test]
    fn each_cv_tells_a_life() {
        for person in applicants() {
            let name = &person.cv.name;
            assert_eq!(person.cv.sections.len(), 4, "{name}");
            for (section, least) in person.cv.sections.iter().zip([3, 1, 2, 1]) {
                let title = &section.title;
                // A pupil's CV begins with the schools.
                let least = if person.posting.starts_with("ausbildung") { 1 } else { least };
                assert!(section.entries.len() >= least, "{name}: {title}");
                for entry in &section.entries {
                    assert!(!entry.label.is_empty(), "{name}: {title}: {entry:?}");
                    assert!(!entry.what.is_empty() || entry.lines.len() == 1, "{name}: {title}: {entry:?}");
                }
            }
        }
    }
}
