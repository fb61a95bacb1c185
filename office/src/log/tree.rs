//! The hash tree of RFC 6962, section 2.1. The hashing, the tree and its proofs are `tlog_tiles`; here is what ties it to the tables,
//! which hold the roots of complete subtrees by level and index. Level 0 are the leaves themselves.

use std::{cell::RefCell, collections::HashMap};

pub(super) use tlog_tiles::{Hash, record_hash};
use tlog_tiles::{
    HashReader, check_record, prove_record, split_stored_hash_index, stored_hashes_for_record_hash, sub_tree_index, tree_hash,
};

use crate::{Error, Result};

/// The root of a complete subtree: it covers the leaves from `idx * 2^level` on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) level: i64,
    pub(super) idx: i64,
    pub(super) hash: Hash,
}

/// Roots of complete subtrees, by level and index.
#[derive(Clone, Debug, Default)]
pub(super) struct Subtrees(pub(super) HashMap<(i64, i64), Hash>);

impl Subtrees {
    pub(super) fn put(&mut self, level: i64, idx: i64, hash: Hash) {
        self.0.insert((level, idx), hash);
    }

    fn get(&self, place: (i64, i64)) -> Option<Hash> {
        self.0.get(&place).copied()
    }
}

impl HashReader for Subtrees {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<Hash>, tlog_tiles::Error> {
        let hash = |index: &u64| self.get(place(*index)).ok_or(tlog_tiles::Error::IndexesNotInTree);
        indexes.iter().map(hash).collect()
    }
}

/// The right edge of a tree: its complete subtrees. That is all that is needed to grow it.
#[derive(Clone, Debug, Default)]
pub(super) struct Edge {
    size: i64,
    subtrees: Subtrees,
}

impl Edge {
    /// Where the complete subtrees of a tree of `size` leaves stand: one for each bit of the size.
    pub(super) fn places(size: i64) -> Vec<(i64, i64)> {
        sub_tree_index(0, count(size), Vec::new()).into_iter().map(place).collect()
    }

    /// The edge of a tree of `size` leaves, from its complete subtrees.
    pub(super) fn of(size: i64, subtrees: Subtrees) -> Self {
        Self { size, subtrees }
    }

    /// The number of leaves.
    pub(super) fn size(&self) -> i64 {
        self.size
    }

    /// Adds a leaf and answers the subtrees it completes, the smallest first; that is the leaf itself.
    ///
    /// # Errors
    /// [`Error::Unavailable`] for an edge that lacks a subtree.
    pub(super) fn push(&mut self, leaf: Hash) -> Result<Vec<Node>> {
        let hashes = stored_hashes_for_record_hash(count(self.size), leaf, &self.subtrees).map_err(incomplete)?;
        let nodes: Vec<Node> = (0..).zip(hashes).map(|(level, hash)| Node { level, idx: self.size >> level, hash }).collect();
        if let [below @ .., largest] = &nodes[..] {
            // What is part of a larger subtree now is not needed any more.
            for node in below {
                self.subtrees.0.remove(&(node.level, node.idx - 1));
            }
            self.subtrees.put(largest.level, largest.idx, largest.hash);
        }
        self.size += 1;
        Ok(nodes)
    }

    /// `MTH(D[n])`; for no leaves the hash of nothing.
    ///
    /// # Errors
    /// [`Error::Unavailable`] for an edge that lacks a subtree.
    pub(super) fn root(&self) -> Result<Hash> {
        tree_hash(count(self.size), &self.subtrees).map_err(incomplete)
    }
}

/// Where the subtrees stand that the proof for the leaf at `index` in a tree of `size` leaves is made of.
pub(super) fn places_of_proof(size: i64, index: i64) -> Result<Vec<(i64, i64)>> {
    /// Notes what is asked for.
    struct Asked(RefCell<Vec<u64>>);
    impl HashReader for Asked {
        fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<Hash>, tlog_tiles::Error> {
            self.0.borrow_mut().extend(indexes);
            Ok(vec![Hash::default(); indexes.len()])
        }
    }
    let asked = Asked(RefCell::default());
    prove_record(count(size), count(index), &asked).map_err(incomplete)?;
    Ok(asked.0.into_inner().into_iter().map(place).collect())
}

/// `PATH(m, D[n])`: the proof that the leaf at `index` is in the tree of `size` leaves (RFC 6962, section 2.1.1).
///
/// # Errors
/// [`Error::Unavailable`] if the index is not in the tree, or a subtree is missing.
pub(super) fn proof(size: i64, index: i64, subtrees: &Subtrees) -> Result<Vec<Hash>> {
    prove_record(count(size), count(index), subtrees).map_err(incomplete)
}

/// Whether a proof shows that the leaf at `index` is in the tree of that size and root.
pub(super) fn is_in(leaf: &Hash, index: i64, proof: &[Hash], size: i64, root: &Hash) -> bool {
    index >= 0 && size >= 0 && check_record(&proof.to_vec(), count(size), *root, count(index), *leaf).is_ok()
}

/// A hash as it stands in a table.
pub(super) fn stored(hash: Vec<u8>) -> Result<Hash> {
    let wrong = |_| Error::Unavailable("a hash in the log has the wrong length".to_owned());
    hash.try_into().map(Hash).map_err(wrong)
}

/// The place to which the crate's one order of all subtrees gives a number.
fn place(index: u64) -> (i64, i64) {
    let (level, idx) = split_stored_hash_index(index);
    (level.into(), idx.try_into().unwrap_or(i64::MAX))
}

fn count(size: i64) -> u64 {
    size.try_into().unwrap_or_default()
}

fn incomplete(error: tlog_tiles::Error) -> Error {
    Error::Unavailable(format!("the tree of the log: {error}"))
}

#[cfg(test)]
mod tests {
    use sha2::{Digest as _, Sha256};
    use tlog_tiles::{check_tree, node_hash, prove_tree};

    use super::*;

    /// The inputs and roots that certificate-transparency implementations share.
    const VECTORS: [(&str, &str); 8] = [
        ("", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
        ("00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
        ("10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
        ("2021", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
        ("3031", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
        ("40414243", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
        ("5051525354555657", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
        ("606162636465666768696a6b6c6d6e6f", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
    ];

    fn hex(hash: Hash) -> String {
        data_encoding::HEXLOWER.encode(&hash.0)
    }

    #[test]
    fn the_published_roots_come_out() {
        let mut edge = Edge::default();
        assert_eq!(hex(edge.root().expect("a root")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (entry, root) in VECTORS {
            let entry = data_encoding::HEXLOWER.decode(entry.as_bytes()).expect("hex");
            edge.push(record_hash(&entry)).expect("a leaf");
            assert_eq!(hex(edge.root().expect("a root")), root, "root of {} leaves", edge.size());
        }
    }

    /// The definition of RFC 6962, word for word.
    fn by_definition(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => Hash(Sha256::digest([]).into()),
            [leaf] => *leaf,
            _ => {
                let k = 1 << (leaves.len() - 1).ilog2();
                node_hash(by_definition(&leaves[..k]), by_definition(&leaves[k..]))
            }
        }
    }

    #[test]
    fn growing_a_tree_gives_what_the_definition_gives_from_any_edge_on() {
        let leaves: Vec<Hash> = (0u32..130).map(|n| record_hash(&n.to_be_bytes())).collect();
        let (mut edge, mut stored) = (Edge::default(), Subtrees::default());
        for (n, leaf) in leaves.iter().enumerate() {
            for node in edge.push(*leaf).expect("a leaf") {
                let covered = (node.idx << node.level) as usize..((node.idx + 1) << node.level) as usize;
                assert_eq!(node.hash, by_definition(&leaves[covered]), "{node:?}");
                stored.put(node.level, node.idx, node.hash);
            }
            assert_eq!(edge.root().expect("a root"), by_definition(&leaves[..=n]));
            let wanted = Edge::places(edge.size());
            let found = wanted.into_iter().map(|place| (place, stored.get(place).expect("a stored subtree"))).collect();
            edge = Edge::of(edge.size(), Subtrees(found));
        }
    }

    #[test]
    fn every_leaf_has_its_proof_at_every_size_and_no_other_leaf_has_it() {
        let leaves: Vec<Hash> = (0u32..70).map(|n| record_hash(&n.to_be_bytes())).collect();
        let (mut edge, mut stored) = (Edge::default(), Subtrees::default());
        let mut roots = vec![edge.root().expect("a root")];
        for (n, leaf) in (1..).zip(&leaves) {
            for node in edge.push(*leaf).expect("a leaf") {
                stored.put(node.level, node.idx, node.hash);
            }
            let root = edge.root().expect("a root");
            for index in 0..n {
                let proof = proof(n, index, &stored).expect("a proof");
                assert!(is_in(&leaves[index as usize], index, &proof, n, &root), "{index} of {n}");
                assert!(!is_in(&leaves[(index as usize + 1) % 70], index, &proof, n, &root), "{index} of {n}");
                assert!(n == 1 || !is_in(leaf, (index + 1) % n, &proof, n, &root), "{index} of {n}");
            }
            // And each older tree is the beginning of this one, as the crate proves it.
            for (old, older) in (1..).zip(&roots[1..]) {
                let proof = prove_tree(n as u64, old, &stored).expect("a proof");
                check_tree(&proof, n as u64, root, old, *older).expect("a prefix");
            }
            roots.push(root);
        }
    }
}
