//! What Werk & Wandel is looking for, one file per language.

mod de;
mod en;
mod nl;

use super::DemoPosting;

/// Every posting of the demo.
pub(crate) fn postings() -> Vec<DemoPosting> {
    [de::postings(), en::postings(), nl::postings()].concat()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::{Block, Employment, Language, PostingState};
    use super::*;

    #[test]
    fn there_are_enough_postings_in_three_languages_and_every_state() {
        let all = postings();
        assert!(all.len() >= 7, "{} postings", all.len());
        for (language, least) in [(Language::De, 3), (Language::En, 2), (Language::Nl, 2)] {
            let count = all.iter().filter(|posting| posting.language == language).count();
            assert!(count >= least, "{count} in {language:?}");
        }
        let has = |wanted: fn(&PostingState) -> bool| all.iter().any(|posting| wanted(&posting.state));
        assert!(has(|state| *state == PostingState::Draft));
        assert!(has(|state| *state == PostingState::Open));
        assert!(has(|state| *state == PostingState::IntakeClosed));
        assert!(has(|state| matches!(state, PostingState::Closed { .. })));
        let kinds: HashSet<Employment> = all.iter().map(|posting| posting.employment).collect();
        assert_eq!(kinds.len(), 3);
    }

    #[test]
    fn slugs_are_distinct_and_fit_into_an_address() {
        let all = postings();
        let slugs: HashSet<&str> = all.iter().map(|posting| posting.slug).collect();
        assert_eq!(slugs.len(), all.len());
        for slug in slugs {
            let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            assert!(slug.bytes().all(fits), "{slug}");
        }
    }

    #[test]
    fn each_page_is_complete() {
        for posting in postings() {
            let slug = posting.slug;
            let marker = match posting.language {
                Language::De => "(m/w/d)",
                Language::En => "(f/m/x)",
                Language::Nl => "(m/v/x)",
            };
            assert!(posting.title.ends_with(marker), "{slug}: {}", posting.title);
            assert!(posting.pay.min < posting.pay.max, "{slug}");
            assert!(posting.seats > 0, "{slug}");
            assert!(posting.summary.ends_with('.'), "{slug}: {}", posting.summary);
            assert!(posting.next_steps.len() >= 3, "{slug}");
            assert!(posting.contact.email.ends_with(".example"), "{slug}");
            let has = |wanted: fn(&Block) -> bool| posting.description.iter().any(wanted);
            assert!(has(|block| matches!(block, Block::Heading(_))), "{slug} has no heading");
            assert!(has(|block| matches!(block, Block::Paragraph(_))), "{slug} has no paragraph");
            assert!(has(|block| matches!(block, Block::List(_))), "{slug} has no list");
        }
    }

    #[test]
    fn dates_agree_with_the_state() {
        for posting in postings() {
            let slug = posting.slug;
            let opened = i64::from(posting.opened_days_ago);
            let intake_ended = -i64::from(posting.intake_ends_in_days);
            match posting.state {
                PostingState::Draft => assert_eq!(opened, 0, "{slug}"),
                PostingState::Open => assert!(opened > 0 && intake_ended < 0, "{slug}"),
                PostingState::IntakeClosed => {
                    assert!(opened > intake_ended && intake_ended > 0, "{slug}")
                }
                PostingState::Closed { days_ago } => {
                    assert!(opened > intake_ended && intake_ended > i64::from(days_ago), "{slug}");
                }
            }
        }
    }
}
