//! Which application forms were filled in by a program. Nobody else is asked, nothing is stored before a form is sent, and no person is
//! turned away for good: a browser proves by a little work that it took the trouble, and without a proof a form is taken too, as long as
//! not too many of them come.

use std::{net::IpAddr, num::NonZeroU32};

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};

/// A form that comes back sooner after it was made was not read by a person.
pub const HASTE: SignedDuration = SignedDuration::from_secs(3);
/// So long after a form was made a proof over its token counts.
pub const PROOF_COUNTS: SignedDuration = SignedDuration::from_hours(24);
/// A budget is for so long, and so long a network is remembered at most.
pub const BUDGET: SignedDuration = SignedDuration::from_hours(1);
/// The leading zero bits of a proof: 65,536 tries on average, well under a second on a slow telephone.
const PROOF_BITS: u32 = 16;
/// The digits of the largest proof.
const PROOF_DIGITS: usize = 20;

/// The search for a proof: a number that, written after the form's token, has a SHA-256 with so many leading zero bits (a hashcash).
/// It goes on in steps, so that a browser stays awake between them.
pub struct Search {
    token: String,
    /// The hash of what is the same in every try.
    begun: Sha256,
    next: u64,
}

impl Search {
    /// A search that has not begun.
    #[must_use]
    pub fn new(token: &str) -> Self {
        Self { token: token.to_owned(), begun: begin(token), next: 0 }
    }

    /// The token it is over.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.token
    }

    /// Tries `tries` more numbers; once one is found, it is answered again.
    pub fn go_on(&mut self, tries: u64) -> Option<String> {
        let end = self.next + tries;
        while self.next < end {
            let proof = self.next.to_string();
            if proves(&self.begun, &proof) {
                return Some(proof);
            }
            self.next += 1;
        }
        None
    }
}

/// Whether `proof` is one over `token`. That the token is one of ours, and how old it is, is asked elsewhere.
#[must_use]
pub fn is_proof(token: &str, proof: &str) -> bool {
    (1..=PROOF_DIGITS).contains(&proof.len()) && proof.bytes().all(|b| b.is_ascii_digit()) && proves(&begin(token), proof)
}

fn begin(token: &str) -> Sha256 {
    Sha256::new_with_prefix(token.as_bytes()).chain_update(b":")
}

fn proves(begun: &Sha256, proof: &str) -> bool {
    let hash = begun.clone().chain_update(proof.as_bytes()).finalize();
    let first = hash.first_chunk::<4>().map_or(u32::MAX, |four| u32::from_be_bytes(*four));
    first.leading_zeros() >= PROOF_BITS
}

/// What a form tells of whoever sent it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sender {
    /// A browser that did the work. Taken.
    Proven,
    /// Anybody: taken out of the budgets, which it burdens with so many forms.
    Unproven(u32),
}

/// Judges a form that was `made` then, by its authentic token, if it has one; `proven` says whether its proof is one over that token.
#[must_use]
pub fn judge(made: Option<Timestamp>, proven: bool, now: Timestamp) -> Sender {
    match made.map(|made| now.duration_since(made)) {
        Some(age) if proven && age < PROOF_COUNTS => Sender::Proven,
        Some(age) if age >= HASTE => Sender::Unproven(1),
        // Sent back sooner than a person reads it, or never asked for.
        _ => Sender::Unproven(3),
    }
}

/// How many forms without a proof are taken in an hour. It grows back evenly, so the wait is short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget(pub NonZeroU32);

/// How far a budget is spent: until when it is not whole again. Of one that is whole nothing need be remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spent {
    /// When it is whole again.
    pub until: Timestamp,
}

impl Budget {
    /// Takes so many forms out of it.
    ///
    /// # Errors
    /// How long to wait until there is as much in it.
    fn take(self, spent: Option<Spent>, forms: u32, now: Timestamp) -> Result<Spent, SignedDuration> {
        let Self(most) = self;
        let cost = BUDGET / i32::try_from(most.get()).unwrap_or(i32::MAX) * forms.min(most.get()).cast_signed();
        // A clock that was set back does not make anybody wait longer than a whole budget takes.
        let left = spent.map_or(SignedDuration::ZERO, |spent| spent.until.duration_since(now));
        let after = left.clamp(SignedDuration::ZERO, BUDGET) + cost;
        if after > BUDGET {
            Err(after - BUDGET)
        } else {
            Ok(Spent { until: now.saturating_add(after).unwrap_or(Timestamp::MAX) })
        }
    }
}

/// Decides about a form without a proof that burdens each of these budgets with `forms`: it is taken if there is room in all of them, and
/// answers how far each is spent then, in their order.
///
/// # Errors
/// How long to wait; then no budget is burdened.
pub fn decide(forms: u32, budgets: &[(Budget, Option<Spent>)], now: Timestamp) -> Result<Vec<Spent>, SignedDuration> {
    let taken = budgets.iter().map(|(budget, spent)| budget.take(*spent, forms, now));
    let longest = taken.clone().filter_map(Result::err).max();
    longest.map_or_else(|| Ok(taken.flatten().collect()), Err)
}

/// A wait in whole minutes, after which it is over.
#[must_use]
pub fn minutes(wait: SignedDuration) -> i64 {
    let seconds = wait.as_secs() + i64::from(wait.subsec_nanos() > 0);
    (seconds + 59) / 60
}

/// The network from which a form came, and not the address: too coarse to be somebody (docs/PROMISES.md, n16).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Network(IpAddr);

impl Network {
    /// The first 24 bits of an IPv4 address, the first 48 of an IPv6 address. `None` for an address that says nothing about who asks: that
    /// of this machine, of a proxy beside it, or of the house's own network.
    #[must_use]
    pub fn of(address: IpAddr) -> Option<Self> {
        match address.to_canonical() {
            IpAddr::V4(v4) => {
                let [a, b, c, _] = v4.octets();
                let shared = a == 100 && b & 0b1100_0000 == 64;
                let own = v4.is_loopback() || v4.is_private() || v4.is_link_local() || v4.is_unspecified() || shared;
                (!own).then(|| Self(IpAddr::from([a, b, c, 0])))
            }
            IpAddr::V6(v6) => {
                let [a, b, c, ..] = v6.segments();
                let own = v6.is_loopback() || v6.is_unicast_link_local() || v6.is_unique_local() || v6.is_unspecified();
                (!own).then(|| Self(IpAddr::from([a, b, c, 0, 0, 0, 0, 0])))
            }
        }
    }

    /// The network of whoever asked the outermost of `proxies` that are trusted: each of them adds at the end of `X-Forwarded-For` whom it
    /// saw, and what stands before may be anything.
    #[must_use]
    pub fn forwarded(header: &str, proxies: usize) -> Option<Self> {
        let seen = header.rsplit(',').nth(proxies.checked_sub(1)?)?.trim();
        Self::of(seen.parse().ok()?)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).expect("an instant")
    }

    fn budget(most: u32) -> Budget {
        Budget(NonZeroU32::new(most).expect("a number"))
    }

    fn proof_over(token: &str) -> String {
        Search::new(token).go_on(10_000_000).expect("sixteen zero bits in ten million tries")
    }

    #[test]
    fn a_proof_counts_over_its_own_token_alone() {
        let proof = proof_over("a token");
        assert!(is_proof("a token", &proof));
        assert!(!is_proof("another token", &proof));
        for none in ["", " ", "+1", "-1", "1.5", "abc", "184467440737095516150"] {
            assert!(!is_proof("a token", none), "{none:?}");
        }
    }

    #[test]
    fn a_proof_is_the_sha_256_of_token_colon_number() {
        // coreutils: printf 'a token:37415' | sha256sum
        let proof = proof_over("a token");
        let hash = Sha256::digest(format!("a token:{proof}"));
        assert_eq!(hash[..2], [0, 0], "{proof}");
        assert_eq!(
            (0..proof.parse().expect("a number")).find(|n: &u64| is_proof("a token", &n.to_string())),
            None,
            "the first one"
        );
    }

    #[test]
    fn a_search_in_small_steps_finds_what_one_in_a_large_step_finds_and_answers_it_again() {
        let mut steps = Search::new("a token");
        let found = std::iter::from_fn(|| Some(steps.go_on(100))).flatten().next().expect("a proof");
        assert_eq!(found, proof_over("a token"));
        assert_eq!(steps.go_on(1), Some(found));
        assert_eq!(steps.token(), "a token");
    }

    #[test]
    fn whoever_did_the_work_is_taken_and_who_was_hasty_or_never_asked_for_the_form_weighs_more() {
        let made = Some(at(0));
        for (made, proven, now, expected, what) in [
            (made, true, at(1), Sender::Proven, "a quick browser"),
            (made, true, at(24 * 3600 - 1), Sender::Proven, "a form left open for a day"),
            (made, true, at(24 * 3600), Sender::Unproven(1), "a proof that is too old"),
            (made, false, at(2), Sender::Unproven(3), "no person reads that quickly"),
            (made, false, at(3), Sender::Unproven(1), "a person without JavaScript"),
            (made, false, at(400_000), Sender::Unproven(1), "a form left open for days"),
            (made, false, at(-1), Sender::Unproven(3), "a form from tomorrow"),
            (None, false, at(0), Sender::Unproven(3), "nobody asked for the form"),
            (None, true, at(0), Sender::Unproven(3), "work over a token of one's own"),
        ] {
            assert_eq!(judge(made, proven, now), expected, "{what}");
        }
    }

    #[test]
    fn a_budget_is_spent_says_how_long_to_wait_and_grows_back() {
        let hourly = budget(4);
        let mut spent = None;
        for form in 0..4 {
            spent = Some(hourly.take(spent, 1, at(0)).unwrap_or_else(|wait| panic!("form {form} waits {wait:?}")));
        }
        assert_eq!(hourly.take(spent, 1, at(0)), Err(SignedDuration::from_mins(15)));
        assert_eq!(hourly.take(spent, 3, at(0)), Err(SignedDuration::from_mins(45)), "what weighs more waits longer");
        assert_eq!(hourly.take(spent, 1, at(899)), Err(SignedDuration::from_secs(1)));
        assert!(hourly.take(spent, 1, at(900)).is_ok());
        assert!(hourly.take(spent, 4, at(3600)).is_ok(), "whole again after an hour");
    }

    #[test]
    fn a_wait_is_over_when_its_minutes_are() {
        let waits = [(1, 1), (60_000, 1), (60_001, 2), (3_600_000, 60)];
        for (milliseconds, said) in waits {
            assert_eq!(minutes(SignedDuration::from_millis(milliseconds)), said, "{milliseconds} ms");
        }
    }

    #[test]
    fn what_weighs_more_than_a_whole_budget_is_taken_from_a_whole_one() {
        let spent = budget(1).take(None, 3, at(0)).expect("taken");
        assert_eq!(spent.until, at(3600));
    }

    #[test]
    fn a_clock_that_was_set_back_makes_nobody_wait_for_longer_than_a_budget_takes() {
        let spent = Some(Spent { until: at(400_000) });
        assert_eq!(budget(60).take(spent, 1, at(0)), Err(SignedDuration::from_mins(1)));
    }

    #[test]
    fn one_budget_that_is_spent_refuses_and_leaves_the_others_alone() {
        let full = budget(1).take(None, 1, at(0)).expect("taken");
        assert_eq!(
            decide(1, &[(budget(60), None), (budget(1), Some(full)), (budget(2), Some(full))], at(0)),
            Err(SignedDuration::from_hours(1)),
            "the longest wait counts"
        );
        let spent = decide(1, &[(budget(60), None), (budget(2), None)], at(0)).expect("taken");
        assert_eq!(spent, [Spent { until: at(60) }, Spent { until: at(1800) }]);
        assert_eq!(decide(3, &[], at(0)), Ok(vec![]), "where nothing is counted, everything is taken");
    }

    #[test]
    fn n16_a_network_is_no_address_and_this_house_is_none() {
        let of = |text: &str| Network::of(text.parse().expect("an address"));
        assert_eq!(of("203.0.113.7"), of("203.0.113.200"));
        assert_eq!(of("::ffff:203.0.113.7"), of("203.0.113.7"));
        assert_ne!(of("203.0.113.7"), of("203.0.114.7"));
        assert_eq!(of("2001:db8:1:2::3"), of("2001:db8:1:ffff::"));
        assert_ne!(of("2001:db8:1::"), of("2001:db8:2::"));
        assert_eq!(of("203.0.113.7"), Some(Network("203.0.113.0".parse().expect("an address"))));
        for own in [
            "127.0.0.1",
            "10.0.0.1",
            "172.17.0.1",
            "192.168.1.1",
            "169.254.1.1",
            "100.64.0.1",
            "0.0.0.0",
            "::1",
            "fd00::1",
            "fe80::1",
        ] {
            assert_eq!(of(own), None, "{own}");
        }
    }

    #[test]
    fn of_what_was_forwarded_only_what_our_own_proxies_saw_counts() {
        let seen = Network::of("203.0.113.7".parse().expect("an address"));
        assert_eq!(Network::forwarded("203.0.113.7", 1), seen);
        assert_eq!(Network::forwarded("198.51.100.1, 203.0.113.7", 1), seen, "whoever asks can write what stands before");
        assert_eq!(Network::forwarded("198.51.100.1, 203.0.113.7, 10.0.0.2", 2), seen);
        for (header, proxies) in [("203.0.113.7", 0), ("203.0.113.7", 2), ("", 1), ("unknown", 1), ("127.0.0.1", 1)] {
            assert_eq!(Network::forwarded(header, proxies), None, "{header:?} by {proxies}");
        }
    }

    proptest! {
        #[test]
        fn in_no_hour_more_than_two_budgets_are_taken(most in 1u32..20, gaps in prop::collection::vec(0i64..600, 1..200)) {
            let (mut spent, mut now, mut taken) = (None, 0, Vec::new());
            for gap in gaps {
                now += gap;
                if let Ok(after) = budget(most).take(spent, 1, at(now)) {
                    spent = Some(after);
                    taken.push(now);
                }
            }
            for &from in &taken {
                let hour = taken.iter().filter(|&&at| (from..from + 3600).contains(&at)).count();
                prop_assert!(hour <= 2 * most as usize, "{hour} forms of {most}");
            }
        }
    }
}
