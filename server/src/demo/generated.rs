//! Applicants without end, for measuring with volume: the same number gives the same person.

mod names;
mod roles;

use names::{FIRST_NAMES, LAST_NAMES};
use roles::{ROLES, Role};

use super::people::{Headings, position, section, skill};
use super::{Cv, CvSection, Decision, DemoApplicant, Format, Language, Outcome, Stage};

/// The `n`th invented applicant. E-mail addresses differ for all `n`; names repeat, as they do in life.
pub(crate) fn nth_applicant(n: u64) -> DemoApplicant {
    let mut dice = Dice(n);
    let role = dice.pick(ROLES);
    let first_name = *dice.pick(FIRST_NAMES);
    let last_name = *dice.pick(LAST_NAMES);
    let name = format!("{first_name} {last_name}");
    let email = format!("a{n}@example.org");
    let phone = format!("{}{:02}", role.phone, dice.below(100));
    let town = *dice.pick(role.towns);
    let years = 2 + dice.below(22);
    let employer = *dice.pick(role.employers);
    let position_now = *dice.pick(role.positions);
    let days_ago = 1 + dice.below_u32(role.window);
    let (stage, decision) = progress(&mut dice, days_ago, role.language);

    DemoApplicant {
        posting: role.posting,
        first_name: first_name.to_owned(),
        last_name: last_name.to_owned(),
        message: format!("{} {}", role.opening(years, employer), dice.pick(role.reasons)),
        cv: Cv {
            language: role.language,
            name,
            headline: position_now.to_owned(),
            contact: vec![town.to_owned(), phone.clone(), email.clone()],
            summary: role.summary(years, town),
            sections: career(&mut dice, role, years, position_now, employer),
        },
        email,
        phone,
        format: match dice.below(10) {
            0 => Format::Odt,
            1 | 2 => Format::Docx,
            _ => Format::Pdf,
        },
        days_ago,
        stage,
        released: stage != Stage::Received && dice.below(4) > 0,
        decision,
        notes: Vec::new(),
        comments: Vec::new(),
    }
}

/// Most are new or being read; about a fifth is decided.
fn progress(dice: &mut Dice, days_ago: u32, language: Language) -> (Stage, Option<Decision>) {
    let stage = match dice.below(20) {
        0..=8 => Stage::Received,
        9..=15 => Stage::Review,
        16..=18 => Stage::Interview,
        _ => Stage::Offer,
    };
    let (outcome, reason) = match (dice.below(25), language) {
        (0..=3, Language::De) => (Outcome::Rejected, "Andere passten besser zur Ausschreibung."),
        (0..=3, Language::En) => (Outcome::Rejected, "Others were closer to the posting."),
        (0..=3, Language::Nl) => (Outcome::Rejected, "Anderen sloten beter aan bij de vacature."),
        (4, Language::De) => (Outcome::Withdrawn, "Hat selbst zurückgezogen."),
        (4, Language::En) => (Outcome::Withdrawn, "Stepped back."),
        (4, Language::Nl) => (Outcome::Withdrawn, "Heeft zich teruggetrokken."),
        _ => return (stage, None),
    };
    let decided = dice.below_u32(days_ago);
    (stage, Some(Decision { outcome, days_ago: decided, reason: reason.to_owned() }))
}

/// Two jobs, a school, skills and languages.
fn career(dice: &mut Dice, role: &Role, years: u64, now: &str, employer: &str) -> Vec<CvSection> {
    let headings = Headings::of(role.language);
    let changed = THIS_YEAR - years / 2 - 1;
    let began = changed - years / 2 - 1;
    let earlier = *dice.pick(role.employers);
    let jobs = [
        format!("{changed} – {} | {now} | {employer} | {}", role.today, dice.pick(role.tasks)),
        format!("{began} – {changed} | {} | {earlier} | {}", dice.pick(role.positions), dice.pick(role.tasks)),
    ];
    let school = [format!("{} – {began} | {}", began - 3, dice.pick(role.schools))];
    vec![
        section(headings.jobs, &jobs, position),
        section(headings.education, &school, position),
        section(headings.skills, role.skills, skill),
        section(headings.languages, role.languages, skill),
    ]
}

/// The last year a generated CV knows of.
const THIS_YEAR: u64 = 2026;

/// A reproducible sequence of numbers (SplitMix64, Steele, Lea and Flood 2014), no secret in it.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }

    fn below_u32(&mut self, limit: u32) -> u32 {
        u32::try_from(self.below(u64::from(limit))).expect("below a u32")
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let index = usize::try_from(self.below(from.len() as u64)).expect("an index of a slice");
        &from[index]
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::{PostingState, postings};
    use super::*;

    #[test]
    fn the_same_number_gives_the_same_person() {
        for n in [0, 1, 77, u64::MAX] {
            assert_eq!(nth_applicant(n), nth_applicant(n));
        }
    }

    #[test]
    fn numbers_next_to_each_other_give_different_people() {
        let all: Vec<DemoApplicant> = (0..2_000).map(nth_applicant).collect();
        let emails: HashSet<&str> = all.iter().map(|person| person.email.as_str()).collect();
        assert_eq!(emails.len(), all.len());
        let names: HashSet<&str> = all.iter().map(|person| person.cv.name.as_str()).collect();
        assert!(names.len() > 1_500, "{} names", names.len());
        let postings: HashSet<&str> = all.iter().map(|person| person.posting).collect();
        assert_eq!(postings.len(), ROLES.len());
        let formats: HashSet<Format> = all.iter().map(|person| person.format).collect();
        assert_eq!(formats.len(), 3);
        let stages: HashSet<Stage> = all.iter().map(|person| person.stage).collect();
        assert_eq!(stages.len(), 4);
    }

    #[test]
    fn each_role_belongs_to_an_open_posting_and_its_days() {
        for role in ROLES {
            let posting = postings().into_iter().find(|posting| posting.slug == role.posting);
            let posting = posting.unwrap_or_else(|| panic!("no posting {}", role.posting));
            assert_eq!(posting.state, PostingState::Open, "{}", role.posting);
            assert_eq!(posting.language, role.language, "{}", role.posting);
            assert!(role.window <= posting.opened_days_ago, "{}", role.posting);
        }
    }
}
