//! Rows, objects, keys and log against each other (`ablauf fsck`; docs/RETENTION.md, "Against each other").
//!
//! | file | what |
//! |---|---|
//! | `code.rs`, `words.rs` | everything that can be found, and what is said and done about it |
//! | `open.rs` | opens the store to look at it, without changing a byte |
//! | `pairs.rs` | keys and the rows that live by them; the doctor asks this too |
//! | `keys.rs`, `erasures.rs`, `objects.rs`, `dates.rs` | looked at twice: what is under way is none of them at the second look |
//! | `log.rs`, `databases.rs`, `sealed.rs` | looked at once |
//! | `repair/` | puts right what can be |

mod code;
mod databases;
mod dates;
mod erasures;
mod keys;
mod log;
mod objects;
mod open;
pub(crate) mod pairs;
mod repair;
mod sealed;
mod words;

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use jiff::SignedDuration;

use crate::{Office, Result, doctor::some};
pub use code::Code;
pub use open::{open_to_look, open_to_repair};
pub use repair::Repaired;
use words::Remedy;

/// What is younger may be under way; what is older, a sweep should have put right.
const DAY: SignedDuration = SignedDuration::from_hours(24);
/// Keys or numbers asked about at a time.
const PAGE: usize = 500;
/// Between the two looks: longer than an act is between its commits in two databases.
const PAUSE: Duration = Duration::from_millis(300);

/// Something that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub code: Code,
    /// Where: identifiers, and for databases, mirror and log a few words with them. No personal data.
    pub ids: Vec<String>,
}

impl Finding {
    /// The sentence for the operator: how many, which, what follows, and what a person can do where no repair helps.
    #[must_use]
    pub fn sentence(&self) -> String {
        let words = self.code.words();
        let then = match words.remedy {
            Remedy::Repair(_) => "`ablauf fsck --repair` puts it right",
            Remedy::Person(then) => then,
        };
        format!("{}: {} {}: {}. So {}; {then}", words.code, self.ids.len(), words.what, some(&self.ids), words.so)
    }

    /// What a repair does about it; `None` if it can do nothing.
    #[must_use]
    pub fn plan(&self) -> Option<String> {
        let words = self.code.words();
        match words.remedy {
            Remedy::Repair(what) => Some(format!("{}: {what}: {}", words.code, some(&self.ids))),
            Remedy::Person(_) => None,
        }
    }
}

/// What was found, by code.
#[derive(Debug, Default)]
struct Odd(BTreeMap<Code, BTreeSet<String>>);

impl Odd {
    fn add(&mut self, code: Code, id: impl Into<String>) {
        self.0.entry(code).or_default().insert(id.into());
    }

    fn has(&self, code: Code, id: &str) -> bool {
        self.0.get(&code).is_some_and(|ids| ids.contains(id))
    }

    /// Takes out of `code` what `other` says already.
    fn less(&mut self, code: Code, other: Code) {
        let said = self.0.get(&other).cloned().unwrap_or_default();
        if let Some(ids) = self.0.get_mut(&code) {
            ids.retain(|id| !said.contains(id));
        }
    }

    /// What both found.
    fn both(mut self, other: &Self) -> Self {
        for (code, ids) in &mut self.0 {
            ids.retain(|id| other.has(*code, id));
        }
        self
    }

    fn findings(self) -> Vec<Finding> {
        let found = self.0.into_iter().filter(|(_, ids)| !ids.is_empty());
        found.map(|(code, ids)| Finding { code, ids: ids.into_iter().collect() }).collect()
    }
}

impl Office {
    /// Looks at everything that must fit together and answers what does not. It changes nothing and may run beside processes that serve:
    /// what is under way is no finding. `deep` opens everything that is sealed, documents to their last byte, instead of a sample.
    ///
    /// An operator calls this, with an office from [`open_to_look`] or any other.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] if a database or the object store does not answer.
    pub async fn fsck(&self, deep: bool) -> Result<Vec<Finding>> {
        let mut odd = self.look().await?;
        if !odd.0.is_empty() {
            tokio::time::sleep(PAUSE).await;
            odd = odd.both(&self.look().await?);
        }
        self.look_at_databases(&mut odd).await?;
        self.look_at_log(&mut odd).await?;
        self.look_inside(deep, &mut odd).await?;
        Ok(odd.findings())
    }

    /// What does not fit at this moment.
    async fn look(&self) -> Result<Odd> {
        let mut odd = Odd::default();
        let pairs = pairs::Pairs::read(&self.records, &self.keys).await?;
        self.look_at_keys(&pairs, &mut odd).await?;
        self.look_at_erasures(&pairs, &mut odd).await?;
        self.look_at_objects(&mut odd).await?;
        self.look_at_dates(&mut odd).await?;
        Ok(odd)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_told_with_its_count_and_no_more_than_ten_ids() {
        let ids: Vec<String> = (0..12).map(|n| format!("id{n}")).collect();
        let pending = Finding { code: Code::KeyPending, ids: ids.clone() };
        let said = pending.sentence();
        assert!(said.starts_with("key_pending: 12 key(s) that have waited"), "{said}");
        assert!(said.contains("id9 and 2 more") && !said.contains("id10"), "{said}");
        assert!(said.ends_with("`ablauf fsck --repair` puts it right"), "{said}");
        assert!(pending.plan().is_some_and(|plan| plan.contains("destroy them")), "{said}");
        assert_eq!(Finding { code: Code::KeyWithoutRow, ids }.plan(), None, "a live key is never touched");
    }

    #[test]
    fn only_what_both_looks_found_is_a_finding() {
        let (mut one, mut other) = (Odd::default(), Odd::default());
        for id in ["a", "b"] {
            one.add(Code::ObjectMissing, id);
        }
        one.add(Code::RowWithoutKey, "c");
        other.add(Code::ObjectMissing, "b");
        let found = one.both(&other).findings();
        assert_eq!(found, [Finding { code: Code::ObjectMissing, ids: vec!["b".to_owned()] }]);
    }
}
