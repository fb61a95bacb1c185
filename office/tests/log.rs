//! The log: entries get their place once and for all, and whoever changes one afterwards is found out.

use crate::support;

use jiff::SignedDuration;
use office::{
    Error, Office,
    log::{By, Certificate, JournalLine, Verdict},
};
use rules::{access::Denied, id::EmployerId};
use support::{TestOffice, both_engines};

/// Leaves so many entries waiting, as acts would.
async fn enter(office: &Office, kind: &str, employer: &str, numbers: std::ops::Range<i64>) {
    let mut tx = office.records.write().await.expect("a transaction");
    for n in numbers {
        let body = r#"{"by":"house","what":"test","subjects":[]}"#;
        sqlx::query("INSERT INTO entry_in (id, at, kind, employer_id, subject, body) VALUES ($1, $2, $3, $4, $5, $6)")
            .bind(format!("{n:032x}"))
            .bind(n / 7)
            .bind(kind)
            .bind(employer)
            .bind(format!("subject {n}"))
            .bind(body)
            .execute(&mut *tx)
            .await
            .expect("an entry");
    }
    tx.commit().await.expect("a commit");
}

async fn count(db: &office::Db, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(db.read()).await.expect("a count")
}

/// What an intruder with the log's database does.
async fn tamper(office: &Office, statement: &'static str) {
    let mut tx = office.log.write().await.expect("a transaction");
    sqlx::query(statement).execute(&mut *tx).await.expect("a statement");
    tx.commit().await.expect("a commit");
}

both_engines!(entries_get_their_places_in_order_with_one_checkpoint_for_each_batch, |office| async move {
    enter(&office, "journal", "e", 0..1203).await;
    assert_eq!(office.sequence().await.expect("a run"), 1203);
    assert_eq!(count(&office.records, "SELECT COUNT(*) FROM entry_in").await, 0);
    let ids: Vec<String> =
        sqlx::query_scalar("SELECT id FROM leaf ORDER BY idx").fetch_all(office.log.read()).await.expect("ids");
    assert_eq!(ids, (0..1203).map(|n| format!("{n:032x}")).collect::<Vec<_>>());
    let sizes: Vec<i64> =
        sqlx::query_scalar("SELECT size FROM checkpoint ORDER BY size").fetch_all(office.log.read()).await.expect("sizes");
    assert_eq!(sizes, [500, 1000, 1203]);
    // A tree of n leaves has n complete subtrees, less one for each bit of n.
    assert_eq!(count(&office.log, "SELECT COUNT(*) FROM node").await, 1203 - i64::from(1203u32.count_ones()));
    assert!(office.verify_log().await.expect("a check").is_good());
    assert_eq!(office.sequence().await.expect("another run"), 0);
});

both_engines!(a_run_that_was_cut_short_enters_nothing_twice, |office| async move {
    enter(&office, "journal", "e", 0..40).await;
    office.sequence().await.expect("a run");
    // As if the process had died between the log's commit and the deletion: some wait again, beside new ones.
    enter(&office, "journal", "e", 30..50).await;
    assert_eq!(office.sequence().await.expect("the next run"), 20);
    assert_eq!(count(&office.records, "SELECT COUNT(*) FROM entry_in").await, 0);
    assert_eq!(count(&office.log, "SELECT COUNT(*) FROM leaf").await, 50);
    assert!(office.verify_log().await.expect("a check").is_good());
});

both_engines!(sequencers_that_run_at_once_enter_each_entry_once, |office| async move {
    enter(&office, "journal", "e", 0..900).await;
    let (a, b, c) = tokio::join!(office.sequence(), office.sequence(), office.sequence());
    let moved: i64 = [a, b, c].into_iter().map(|moved| moved.expect("a run")).sum();
    assert_eq!(moved, 900);
    assert_eq!(count(&office.log, "SELECT COUNT(*) FROM leaf").await, 900);
    assert!(office.verify_log().await.expect("a check").is_good());
});

both_engines!(a_sequencer_waits_for_a_lease_that_another_holds_until_it_ends, |office| async move {
    enter(&office, "journal", "e", 0..3).await;
    let now = office.now().as_millisecond();
    let mut tx = office.records.write().await.expect("a transaction");
    sqlx::query("INSERT INTO lease (name, holder, until_at, fence) VALUES ('sequencer', 'another', $1, 41)")
        .bind(now + 30_000)
        .execute(&mut *tx)
        .await
        .expect("a lease");
    tx.commit().await.expect("a commit");
    assert_eq!(office.sequence().await.expect("a run"), 0, "another process holds the lease");
    office.pass(SignedDuration::from_secs(31));
    assert_eq!(office.sequence().await.expect("a run"), 3, "its lease has ended");
    assert_eq!(count(&office.records, "SELECT fence FROM lease").await, 42, "the fence grows with each holder");
});

both_engines!(a_lease_from_a_clock_far_ahead_stands_in_nobodys_way, |office| async move {
    enter(&office, "journal", "e", 0..3).await;
    let mut tx = office.records.write().await.expect("a transaction");
    sqlx::query("INSERT INTO lease (name, holder, until_at, fence) VALUES ('sequencer', 'sweep --now', $1, 1)")
        .bind((office.now() + SignedDuration::from_hours(4000)).as_millisecond())
        .execute(&mut *tx)
        .await
        .expect("a lease");
    tx.commit().await.expect("a commit");
    assert_eq!(office.sequence().await.expect("a run"), 3);
});

/// 700 entries in two batches: checkpoints at 500 and 700.
async fn filled(office: &TestOffice) {
    enter(office, "journal", "e", 0..700).await;
    office.sequence().await.expect("a run");
    assert!(office.verify_log().await.expect("a check").is_good());
}

macro_rules! tampered {
    ($name:ident, [$($statement:literal),+], $verdict:expr) => {
        both_engines!($name, |office| async move {
            filled(&office).await;
            $(tamper(&office, $statement).await;)+
            let verdict = office.verify_log().await.expect("a check");
            assert_eq!(verdict, $verdict, "{verdict}");
            assert!(!verdict.is_good());
        });
    };
}

tampered!(an_altered_entry_is_named_exactly, ["UPDATE leaf SET body = '{}' WHERE idx = 321"], Verdict::Altered { index: 321 });
tampered!(
    an_entry_given_another_time_is_named_exactly,
    ["UPDATE leaf SET at = at + 1 WHERE idx = 500"],
    Verdict::Altered { index: 500 }
);
tampered!(a_removed_entry_is_named_exactly, ["DELETE FROM leaf WHERE idx = 77"], Verdict::Missing { index: 77 });
tampered!(removed_newest_entries_are_missed, ["DELETE FROM leaf WHERE idx >= 690"], Verdict::Missing { index: 690 });
tampered!(
    an_altered_root_of_a_subtree_is_named,
    ["UPDATE node SET hash = (SELECT n.hash FROM node n WHERE n.level = 1 AND n.idx = 0) WHERE level = 3 AND idx = 5"],
    Verdict::Subtree { level: 3, index: 5 }
);
tampered!(
    a_removed_root_of_a_subtree_is_named,
    ["DELETE FROM node WHERE level = 9 AND idx = 0"],
    Verdict::Subtree { level: 9, index: 0 }
);
tampered!(
    an_altered_checkpoint_puts_all_since_the_last_good_one_in_doubt,
    ["UPDATE checkpoint SET root = (SELECT c.root FROM checkpoint c WHERE c.size = 500) WHERE size = 700"],
    Verdict::Between { from: 500, to: 700 }
);
tampered!(
    an_entry_that_came_without_the_sequencer_is_in_doubt,
    ["INSERT INTO leaf SELECT 700, 'x', at, kind, employer_id, subject, body, hash FROM leaf WHERE idx = 0"],
    Verdict::Between { from: 700, to: 701 }
);

tampered!(
    an_entry_put_before_the_first_is_in_doubt,
    ["INSERT INTO leaf SELECT -1, 'x', at, kind, employer_id, subject, body, hash FROM leaf WHERE idx = 0"],
    Verdict::Between { from: 700, to: 701 }
);

/// The log as anybody can recompute it from an export, written once more from docs and RFC 6962.
mod oracle {
    use sha2::{Digest as _, Sha256};

    pub(super) type Leaf = (String, i64, String, String, String, String);
    pub(super) const LEAVES: &str = "SELECT id, at, kind, employer_id, subject, body FROM leaf ORDER BY idx";

    pub(super) fn leaf_hash((id, at, kind, employer, subject, body): &Leaf) -> Vec<u8> {
        let mut bytes = vec![0, 1];
        for part in [id.as_bytes(), &at.to_be_bytes(), kind.as_bytes(), employer.as_bytes(), subject.as_bytes(), body.as_bytes()]
        {
            bytes.extend((part.len() as u32).to_be_bytes());
            bytes.extend(part);
        }
        Sha256::digest(bytes).to_vec()
    }

    pub(super) fn root(hashes: &[Vec<u8>]) -> Vec<u8> {
        if let [leaf] = hashes {
            return leaf.clone();
        }
        let (left, right) = hashes.split_at(hashes.len().next_power_of_two() / 2);
        Sha256::digest([&[1][..], &root(left), &root(right)].concat()).to_vec()
    }
}

both_engines!(anybody_with_an_export_can_recompute_the_root, |office| async move {
    filled(&office).await;
    let leaves: Vec<oracle::Leaf> = sqlx::query_as(oracle::LEAVES).fetch_all(office.log.read()).await.expect("an export");
    let hashes: Vec<_> = leaves.iter().map(oracle::leaf_hash).collect();
    let root = oracle::root(&hashes);
    let stored: Vec<u8> =
        sqlx::query_scalar("SELECT root FROM checkpoint WHERE size = 700").fetch_one(office.log.read()).await.expect("a root");
    assert_eq!(stored, root);
    let verdict = office.verify_log().await.expect("a check");
    assert_eq!(verdict.to_string(), format!("the log is whole: 700 entries, root {}", data_encoding::HEXLOWER.encode(&root)));
});

both_engines!(an_entry_altered_together_with_its_hash_lies_between_two_checkpoints, |office| async move {
    filled(&office).await;
    let mut leaves: Vec<oracle::Leaf> = sqlx::query_as(oracle::LEAVES).fetch_all(office.log.read()).await.expect("an export");
    leaves[600].5 = "{}".to_owned();
    let mut tx = office.log.write().await.expect("a transaction");
    sqlx::query("UPDATE leaf SET body = '{}', hash = $1 WHERE idx = 600")
        .bind(oracle::leaf_hash(&leaves[600]))
        .execute(&mut *tx)
        .await
        .expect("a forged entry");
    tx.commit().await.expect("a commit");
    assert_eq!(office.verify_log().await.expect("a check"), Verdict::Between { from: 500, to: 700 });
});

both_engines!(an_act_stands_in_the_journal_at_once_with_the_persons_name, |office| async move {
    let cast = office.cast().await;
    office.pass(SignedDuration::from_secs(1));
    let posting = office.draft_posting(&cast.hr, cast.draft()).await.expect("a draft");
    let newest = |lines: &[JournalLine]| lines.first().cloned().expect("a line");
    let line = newest(&office.read_journal(&cast.privacy, None, 10).await.expect("the journal"));
    assert_eq!((line.what.as_str(), line.name.as_deref()), ("run_posting", Some("Hanna Hart")));
    assert_eq!((line.subjects, line.detail.as_str()), (vec![posting.to_string()], "draft"));
    assert!(matches!(line.by, By::Account(_)));
    assert_eq!(line.at, office.now());

    office.pass(SignedDuration::from_secs(1));
    office.read_journal(&cast.privacy, None, 10).await.expect("the journal");
    let line = newest(&office.read_journal(&cast.privacy, None, 10).await.expect("the journal"));
    assert_eq!((line.what.as_str(), line.name.as_deref()), ("read_journal", Some("Pia Prinz")), "a reading is an act too");
});

both_engines!(what_waits_while_another_sequencer_is_at_work_is_shown_without_its_place, |office| async move {
    let cast = office.cast().await;
    office.sequence().await.expect("a run");
    let mut tx = office.records.write().await.expect("a transaction");
    sqlx::query("UPDATE lease SET holder = 'another', until_at = $1")
        .bind(office.now().as_millisecond() + 30_000)
        .execute(&mut *tx)
        .await
        .expect("a lease");
    tx.commit().await.expect("a commit");
    office.draft_posting(&cast.hr, cast.draft()).await.expect("a draft");
    let lines = office.read_journal(&cast.privacy, None, 3).await.expect("the journal");
    let size = count(&office.log, "SELECT COUNT(*) FROM leaf").await;
    assert_eq!(lines[0].what, "run_posting");
    assert_eq!(lines.iter().map(|line| line.index).collect::<Vec<_>>(), [None, Some(size - 1), Some(size - 2)]);
});

both_engines!(the_journal_turns_its_pages_without_gaps, |office| async move {
    let cast = office.cast().await;
    enter(&office, "journal", cast.employer.as_str(), 0..95).await;
    let (mut before, mut indices) = (None, Vec::new());
    loop {
        let page = office.read_journal(&cast.privacy, before, 20).await.expect("a page");
        indices.extend(page.iter().filter_map(|line| line.index));
        match page.last().and_then(|line| line.index) {
            Some(last) if page.len() == 20 => before = Some(last),
            _ => break,
        }
    }
    let newest = indices.first().copied().expect("a line");
    assert_eq!(indices, (0..=newest).rev().collect::<Vec<_>>());
});

both_engines!(only_the_own_privacy_officer_reads_the_journal, |office| async move {
    let cast = office.cast().await;
    enter(&office, "journal", EmployerId::from_bytes([9; 16]).as_str(), 0..5).await;
    for other in [&cast.hr, &cast.kitchen_head, &cast.admin] {
        let refused = office.read_journal(other, None, 10).await;
        assert!(matches!(refused, Err(Error::Forbidden(Denied::Role))), "{refused:?}");
    }
    let lines = office.read_journal(&cast.privacy, None, 500).await.expect("the journal");
    assert!(lines.iter().all(|line| line.what != "test"), "an entry of another employer was shown");
});

both_engines!(a_certificate_is_found_by_its_number_before_and_after_it_has_its_place, |office| async move {
    let cast = office.cast().await;
    let certificate = Certificate {
        class: None,
        number: "ABCD-EFGH-JKMN-PQRS".to_owned(),
        posting: "p".to_owned(),
        closed_on: Some("2026-05-31".to_owned()),
        due_at: office.now(),
        unreadable_at: office.now(),
        rows: 9,
        objects: 1,
        keys: 1,
        erased_at: office.now(),
    };
    let mut tx = office.records.write().await.expect("a transaction");
    sqlx::query("INSERT INTO entry_in (id, at, kind, employer_id, subject, body) VALUES ('c', 1, 'certificate', $1, $2, $3)")
        .bind(cast.employer.as_str())
        .bind(&certificate.number)
        .bind(serde_json::to_string(&certificate).expect("a body"))
        .execute(&mut *tx)
        .await
        .expect("an entry");
    tx.commit().await.expect("a commit");
    for _ in 0..2 {
        assert_eq!(office.certificate_of("ABCD-EFGH-JKMN-PQRS").await.expect("the certificate"), certificate);
        for reader in [&cast.hr, &cast.privacy] {
            assert_eq!(office.certificates(reader, 10).await.expect("the certificates"), std::slice::from_ref(&certificate));
        }
        office.sequence().await.expect("a run");
    }
    assert!(matches!(office.certificate_of("ABCD-EFGH-JKMN-PQRT").await, Err(Error::NotFound)));
    assert!(matches!(office.certificates(&cast.admin, 10).await, Err(Error::Forbidden(Denied::Role))));
    assert!(office.certificates(&office.stranger().await, 10).await.expect("none").is_empty());
});

both_engines!(of_several_certificates_with_one_number_the_newest_counts, |office| async move {
    let cast = office.cast().await;
    let nth = |n: i64| Certificate {
        class: None,
        number: "ABCD-EFGH-JKMN-PQRS".to_owned(),
        posting: "p".to_owned(),
        closed_on: None,
        due_at: office.now(),
        unreadable_at: office.now(),
        rows: n,
        objects: 0,
        keys: 1,
        erased_at: office.now(),
    };
    // The identifiers say nothing about the order.
    for (n, id) in (1..).zip(["f", "b", "d", "a"]) {
        let mut tx = office.records.write().await.expect("a transaction");
        sqlx::query("INSERT INTO entry_in (id, at, kind, employer_id, subject, body) VALUES ($1, $2, 'certificate', $3, $4, $5)")
            .bind(id)
            .bind(n)
            .bind(cast.employer.as_str())
            .bind(nth(n).number)
            .bind(serde_json::to_string(&nth(n)).expect("a body"))
            .execute(&mut *tx)
            .await
            .expect("an entry");
        tx.commit().await.expect("a commit");
        assert_eq!(office.certificate_of("ABCD-EFGH-JKMN-PQRS").await.expect("a certificate"), nth(n), "while it waits");
        // The first two wait together.
        if n > 1 {
            office.sequence().await.expect("a run");
            assert_eq!(office.certificate_of("ABCD-EFGH-JKMN-PQRS").await.expect("a certificate"), nth(n), "in its place");
        }
    }
});
