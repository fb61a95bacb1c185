//! How many application forms without a proof come through: the budgets of the networks, of each posting and of the house, in memory only.
//! What they are for and who decides stands in `rules::bots`.

use std::{
    collections::HashMap,
    num::NonZeroU32,
    sync::{Mutex, MutexGuard, PoisonError},
};

use jiff::{SignedDuration, Timestamp};
use rules::{
    bots::{Budget, Network, Spent, decide},
    id::PostingId,
};

/// The most networks that are remembered. While there are more, those that come are counted with the posting and the house alone.
const MOST_NETWORKS: usize = 10_000;

/// How many forms without a proof are taken in an hour.
#[derive(Clone, Copy, Debug)]
pub struct Budgets {
    /// From one network.
    pub network: NonZeroU32,
    /// For one posting.
    pub posting: NonZeroU32,
    /// In all.
    pub house: NonZeroU32,
    /// How many codes are mailed in an hour that one network asks for.
    pub codes: NonZeroU32,
    /// And in all.
    pub codes_of_house: NonZeroU32,
}

/// Nearly every browser proves what it sends, so a network's is for the few that do not. Those of a posting and of the house are for a
/// flood from everywhere, or from networks that a proxy does not tell.
impl Default for Budgets {
    fn default() -> Self {
        let forms = |number| NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN);
        Self { network: forms(12), posting: forms(1_200), house: forms(3_600), codes: forms(20), codes_of_house: forms(1_200) }
    }
}

impl Budgets {
    /// For a demonstration, which scripts fill with applications by the hundred.
    #[must_use]
    pub fn of_a_demonstration() -> Self {
        let any = NonZeroU32::MAX;
        Self { network: any, posting: any, house: any, codes: any, codes_of_house: any }
    }
}

/// The gate in front of the application form.
#[derive(Debug, Default)]
pub struct Gate {
    budgets: Budgets,
    proxies: usize,
    spent: Mutex<AllSpent>,
}

#[derive(Debug, Default)]
struct AllSpent {
    networks: HashMap<Network, Spent>,
    postings: HashMap<PostingId, Spent>,
    house: Option<Spent>,
    codes: HashMap<Network, Spent>,
    codes_of_house: Option<Spent>,
}

impl Gate {
    /// A gate that trusts so many proxies to say whom they saw.
    #[must_use]
    pub fn new(budgets: Budgets, proxies: usize) -> Self {
        Self { budgets, proxies, spent: Mutex::default() }
    }

    /// The network a request came from: what the proxies say, or whoever opened the connection.
    #[must_use]
    pub fn network(&self, peer: Option<Network>, forwarded: &str) -> Option<Network> {
        if self.proxies == 0 { peer } else { Network::forwarded(forwarded, self.proxies) }
    }

    /// Takes a form without a proof that weighs as much as `forms`.
    ///
    /// # Errors
    /// How long to wait before it is sent again.
    pub fn take(&self, forms: u32, network: Option<Network>, posting: &PostingId, now: Timestamp) -> Result<(), SignedDuration> {
        self.forget(now);
        let mut spent = self.spent();
        let network = network.filter(|network| spent.networks.len() < MOST_NETWORKS || spent.networks.contains_key(network));
        let Budgets { network: per_network, posting: per_posting, house: per_house, .. } = self.budgets;
        let mut budgets = vec![(Budget(per_house), spent.house), (Budget(per_posting), spent.postings.get(posting).copied())];
        budgets.extend(network.map(|network| (Budget(per_network), spent.networks.get(&network).copied())));
        let mut after = decide(forms, &budgets, now)?.into_iter();
        spent.house = after.next();
        spent.postings.extend(after.next().map(|after| (posting.clone(), after)));
        spent.networks.extend(network.zip(after.next()));
        Ok(())
    }

    /// Takes somebody's wish for a code by mail: whoever sends mails to whom they like does so from here, too.
    ///
    /// # Errors
    /// How long to wait before it is asked again.
    pub fn take_code(&self, network: Option<Network>, now: Timestamp) -> Result<(), SignedDuration> {
        self.forget(now);
        let mut spent = self.spent();
        let network = network.filter(|network| spent.codes.len() < MOST_NETWORKS || spent.codes.contains_key(network));
        let mut budgets = vec![(Budget(self.budgets.codes_of_house), spent.codes_of_house)];
        budgets.extend(network.map(|network| (Budget(self.budgets.codes), spent.codes.get(&network).copied())));
        let mut after = decide(1, &budgets, now)?.into_iter();
        spent.codes_of_house = after.next();
        spent.codes.extend(network.zip(after.next()));
        Ok(())
    }

    /// Forgets every network and posting whose budget is whole again.
    pub fn forget(&self, now: Timestamp) {
        let mut spent = self.spent();
        spent.networks.retain(|_, spent| spent.until > now);
        spent.postings.retain(|_, spent| spent.until > now);
        spent.codes.retain(|_, spent| spent.until > now);
    }

    fn spent(&self) -> MutexGuard<'_, AllSpent> {
        // Each change is whole, also if one that came before panicked.
        self.spent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv6Addr;

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).expect("an instant")
    }

    /// One of very many networks.
    fn nth(number: usize) -> Network {
        let [.., c, d] = u32::try_from(number).expect("a number").to_be_bytes().map(u16::from);
        Network::of(Ipv6Addr::new(0x2001, 0xdb8, c << 8 | d, 0, 0, 0, 0, 1).into()).expect("a network")
    }

    #[test]
    fn n16_a_network_is_remembered_for_an_hour_at_most() {
        let gate = Gate::new(Budgets::default(), 0);
        let posting = PostingId::from_bytes([7; 16]);
        gate.take(12, Some(nth(1)), &posting, at(0)).expect("taken");
        gate.forget(at(3599));
        assert_eq!(gate.spent().networks.len(), 1, "twelve in an hour is the whole budget");
        gate.forget(at(3600));
        assert_eq!(gate.spent().networks.len(), 0);
        assert_eq!(gate.spent().postings.len(), 0);
    }

    #[test]
    fn n12_one_network_asks_for_so_many_codes_in_an_hour_and_holds_back_itself_alone() {
        let gate = Gate::new(Budgets::default(), 0);
        let taken = (0..100).filter(|_| gate.take_code(Some(nth(1)), at(0)).is_ok()).count();
        assert_eq!(taken, 20);
        assert!(gate.take_code(Some(nth(2)), at(0)).is_ok());
        assert!(gate.take_code(Some(nth(1)), at(3600)).is_ok());
    }

    #[test]
    fn more_networks_than_are_remembered_are_held_by_the_budget_of_the_house() {
        let house = NonZeroU32::new(20_000).expect("a number");
        let gate = Gate::new(Budgets { posting: house, house, ..Budgets::default() }, 0);
        let posting = PostingId::from_bytes([7; 16]);
        let taken = (0..30_000).filter(|&number| gate.take(1, Some(nth(number)), &posting, at(0)).is_ok()).count();
        assert_eq!(taken, 20_000);
        assert_eq!(gate.spent().networks.len(), MOST_NETWORKS);
    }

    #[test]
    fn whom_a_proxy_saw_counts_only_where_one_is_trusted() {
        let (peer, seen) = (nth(1), "203.0.113.7");
        assert_eq!(Gate::new(Budgets::default(), 0).network(Some(peer), seen), Some(peer));
        assert_eq!(Gate::new(Budgets::default(), 1).network(Some(peer), seen), Network::forwarded(seen, 1));
        assert_eq!(Gate::new(Budgets::default(), 1).network(Some(peer), ""), None);
    }
}
