//! What the demo as a whole promises.

use std::collections::HashSet;

use super::*;

/// Prefixes of numbers nobody can be called on: those the Bundesnetzagentur, Ofcom, Arcep and PTS reserve for
/// fiction, and for the Netherlands, which reserve none, a block of `06` that is not given out.
const FICTIONAL: [&str; 11] = [
    "+49 30 23125 ",
    "+49 40 66969 ",
    "+49 69 90009 ",
    "+49 89 99998 ",
    "+49 221 4710 ",
    "+49 171 39200",
    "+49 176 040690",
    "+44 7700 900",
    "+33 6 39 98 ",
    "+46 70 174 06 ",
    "+31 6 00 00 ",
];

fn posting(slug: &str) -> DemoPosting {
    let found = postings().into_iter().find(|posting| posting.slug == slug);
    found.unwrap_or_else(|| panic!("no posting {slug}"))
}

#[test]
fn there_are_forty_applicants_in_every_stage_outcome_language_and_format() {
    let all = applicants();
    assert!(all.len() >= 40, "{} applicants", all.len());
    let stages: HashSet<Stage> = all.iter().map(|person| person.stage).collect();
    assert_eq!(stages.len(), 4);
    let outcomes: HashSet<Option<Outcome>> =
        all.iter().map(|person| person.decision.as_ref().map(|decision| decision.outcome)).collect();
    assert_eq!(outcomes.len(), 4, "none, hired, rejected, withdrawn");
    let formats: HashSet<Format> = all.iter().map(|person| person.format).collect();
    assert_eq!(formats.len(), 3);
    let languages: HashSet<Language> = all.iter().map(|person| person.cv.language).collect();
    assert_eq!(languages.len(), 3);
    assert!(all.iter().any(|person| person.released) && all.iter().any(|person| !person.released));
}

#[test]
fn every_posting_but_a_draft_has_applicants_writing_in_its_language() {
    let all = applicants();
    for posting in postings() {
        let there: Vec<_> = all.iter().filter(|person| person.posting == posting.slug).collect();
        match posting.state {
            PostingState::Draft => assert!(there.is_empty(), "{}", posting.slug),
            _ => assert!(there.len() >= 5, "{}: {}", posting.slug, there.len()),
        }
        assert!(there.iter().all(|person| person.cv.language == posting.language));
    }
}

#[test]
fn an_application_arrives_within_the_intake_and_is_decided_after_it_arrived() {
    for person in applicants().into_iter().chain((0..500).map(nth_applicant)) {
        let name = &person.cv.name;
        let posting = posting(person.posting);
        assert!(person.days_ago <= posting.opened_days_ago, "{name} applied before the posting opened");
        let intake_ended = -i64::from(posting.intake_ends_in_days);
        assert!(i64::from(person.days_ago) >= intake_ended.max(1), "{name} applied after the intake");
        if let Some(decision) = &person.decision {
            assert!(decision.days_ago <= person.days_ago, "{name} was decided before applying");
            assert!(!decision.reason.is_empty(), "{name}");
        }
        if let PostingState::Closed { days_ago } = posting.state {
            let decided = person.decision.as_ref().map(|decision| decision.days_ago);
            assert!(decided.is_some_and(|decided| decided >= days_ago), "{name} is undecided in a closed procedure");
        }
    }
}

#[test]
fn no_more_are_hired_than_there_are_seats_and_each_had_an_offer() {
    for posting in postings() {
        let hired: Vec<_> = applicants()
            .into_iter()
            .filter(|person| person.posting == posting.slug)
            .filter(|person| person.decision.as_ref().is_some_and(|end| end.outcome == Outcome::Hired))
            .collect();
        assert!(hired.len() <= posting.seats as usize, "{}", posting.slug);
        assert!(hired.iter().all(|person| person.stage == Stage::Offer));
    }
}

#[test]
fn a_head_comments_only_on_what_was_released() {
    for person in applicants().into_iter().chain((0..500).map(nth_applicant)) {
        assert!(person.released || person.comments.is_empty(), "{}", person.cv.name);
        assert!(person.notes.len() <= 2 && person.comments.len() <= 2, "{}", person.cv.name);
    }
}

#[test]
fn nobody_can_be_reached_by_the_contact_data() {
    let mut emails = HashSet::new();
    for person in applicants().into_iter().chain((0..500).map(nth_applicant)) {
        let (_, host) = person.email.split_once('@').expect("an address");
        assert!(["example.com", "example.org", "example.net"].contains(&host), "{host}");
        assert!(FICTIONAL.iter().any(|prefix| person.phone.starts_with(prefix)), "{}", person.phone);
        assert!(emails.insert(person.email.clone()), "{} twice", person.email);
    }
    for posting in postings() {
        let phone = posting.contact.phone;
        assert!(FICTIONAL.iter().any(|prefix| phone.starts_with(prefix)), "{phone}");
    }
}

#[test]
fn messages_are_a_few_sentences_and_all_different() {
    let mut messages = HashSet::new();
    for person in applicants() {
        let sentences = person.message.matches(['.', '!', '?']).count();
        assert!((2..=6).contains(&sentences), "{}: {sentences}", person.cv.name);
        assert!(!person.message.contains("  "), "{}", person.cv.name);
        assert!(messages.insert(person.message));
    }
}

#[test]
fn every_document_is_of_its_format_and_the_same_each_time() {
    for person in applicants().into_iter().chain((0..20).map(nth_applicant)) {
        let bytes = person.document();
        match person.format {
            Format::Pdf => {
                assert!(bytes.starts_with(b"%PDF-"));
                assert!(bytes.trim_ascii_end().ends_with(b"%%EOF"));
            }
            Format::Docx => {
                assert!(package::tests::unpack(&bytes, "word/document.xml").1.contains(&person.cv.name));
            }
            Format::Odt => {
                assert!(package::tests::unpack(&bytes, "content.xml").1.contains(&person.cv.name));
            }
        }
        assert_eq!(bytes, person.document());
        assert!(person.file_name().ends_with(person.format.extension()));
    }
}

#[test]
fn a_pdf_keeps_every_letter_of_its_cv() {
    for person in applicants().into_iter().filter(|person| person.format == Format::Pdf) {
        let text = format!("{:?}", person.cv);
        let lost: String = text.chars().filter(|&letter| helvetica::code(letter).is_none()).collect();
        assert!(lost.is_empty(), "{}: {lost}", person.cv.name);
    }
}
