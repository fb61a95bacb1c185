//! The hash tree of RFC 6962, section 2.1, grown one leaf at a time.

use sha2::{Digest as _, Sha256};

/// A hash of the tree.
pub(super) type Hash = [u8; 32];

/// `MTH({d(0)}) = SHA-256(0x00 || d(0))`
pub(super) fn leaf_hash(entry: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(entry).finalize().into()
}

/// `SHA-256(0x01 || MTH(D[0:k]) || MTH(D[k:n]))`
fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// The root of a complete subtree: it covers the leaves from `idx * 2^level` on. Level 0 are the leaves themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) level: i64,
    pub(super) idx: i64,
    pub(super) hash: Hash,
}

/// The right edge of a tree: its complete subtrees, the largest first. That is all that is needed to grow it.
#[derive(Clone, Debug, Default)]
pub(super) struct Edge {
    peaks: Vec<Node>,
    size: i64,
}

impl Edge {
    /// Where the complete subtrees of a tree of `size` leaves stand, as (level, idx): one for each bit of the size.
    pub(super) fn places(size: i64) -> impl Iterator<Item = (i64, i64)> {
        (0..63).rev().filter(move |level| size >> level & 1 == 1).map(move |level| (level, (size >> level) - 1))
    }

    /// The edge of a tree whose complete subtrees are `peaks`, the largest first.
    pub(super) fn of(peaks: Vec<Node>) -> Self {
        let size = peaks.iter().map(|peak| 1 << peak.level).sum();
        Self { peaks, size }
    }

    /// The number of leaves.
    pub(super) fn size(&self) -> i64 {
        self.size
    }

    /// Adds a leaf and answers the subtrees it completes, the smallest first.
    pub(super) fn push(&mut self, leaf: Hash) -> Vec<Node> {
        let mut completed = Vec::new();
        let mut node = Node { level: 0, idx: self.size, hash: leaf };
        while let Some(left) = self.peaks.pop_if(|left| left.level == node.level) {
            node = Node { level: node.level + 1, idx: node.idx / 2, hash: node_hash(&left.hash, &node.hash) };
            completed.push(node);
        }
        self.peaks.push(node);
        self.size += 1;
        completed
    }

    /// `MTH(D[n])`; for no leaves the hash of nothing.
    pub(super) fn root(&self) -> Hash {
        let right = self.peaks.iter().rev().map(|peak| peak.hash);
        right.reduce(|right, left| node_hash(&left, &right)).unwrap_or_else(|| Sha256::digest([]).into())
    }
}

#[cfg(test)]
mod tests {
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
        data_encoding::HEXLOWER.encode(&hash)
    }

    #[test]
    fn the_published_roots_come_out() {
        let mut edge = Edge::default();
        assert_eq!(hex(edge.root()), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (entry, root) in VECTORS {
            let entry = data_encoding::HEXLOWER.decode(entry.as_bytes()).expect("hex");
            edge.push(leaf_hash(&entry));
            assert_eq!(hex(edge.root()), root, "root of {} leaves", edge.size());
        }
    }

    /// The definition of RFC 6962, word for word.
    fn by_definition(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => Sha256::digest([]).into(),
            [leaf] => *leaf,
            _ => {
                let k = 1 << (leaves.len() - 1).ilog2();
                node_hash(&by_definition(&leaves[..k]), &by_definition(&leaves[k..]))
            }
        }
    }

    #[test]
    fn growing_a_tree_gives_what_the_definition_gives_from_any_edge_on() {
        let leaves: Vec<Hash> = (0u32..130).map(|n| leaf_hash(&n.to_be_bytes())).collect();
        let (mut edge, mut nodes) = (Edge::default(), Vec::new());
        for (n, leaf) in leaves.iter().enumerate() {
            nodes.push(Node { level: 0, idx: n as i64, hash: *leaf });
            nodes.extend(edge.push(*leaf));
            assert_eq!(edge.root(), by_definition(&leaves[..=n]));
            let stored = |(level, idx)| *nodes.iter().find(|node| (node.level, node.idx) == (level, idx)).expect("a stored node");
            edge = Edge::of(Edge::places(edge.size()).map(stored).collect());
        }
        let covered = |node: &Node| (node.idx << node.level) as usize..((node.idx + 1) << node.level) as usize;
        assert!(nodes.iter().all(|node| node.hash == by_definition(&leaves[covered(node)])));
    }
}
