//! The kinds of what is sealed in the records, for a drill and for fsck: a new kind has its line here.

use sqlx::FromRow;

/// A row that holds something sealed, under which key.
#[derive(FromRow)]
pub(crate) struct Row {
    pub(crate) id: String,
    /// Of an application, an employee record or a kept one.
    pub(crate) owner: String,
    /// The record key; for an envelope the intake key.
    pub(crate) key: String,
    /// The name of a section or an item; the class of a kept record.
    pub(crate) name: String,
    pub(crate) object_id: Option<String>,
    pub(crate) version: i64,
}

/// Each kind, and where one is sealed.
pub(crate) const KINDS: [(&str, &str); 16] = [
    ("contact", "SELECT sealed FROM section WHERE id = $1"),
    ("letter", "SELECT sealed FROM section WHERE id = $1"),
    ("answers", "SELECT sealed FROM section WHERE id = $1"),
    ("disability", "SELECT sealed FROM section WHERE id = $1"),
    ("document", "SELECT sealed FROM document WHERE id = $1"),
    ("note", "SELECT sealed FROM note WHERE id = $1"),
    ("comment", "SELECT sealed FROM note WHERE id = $1"),
    ("outcome reason", "SELECT outcome_reason FROM application WHERE id = $1"),
    ("disclosure", "SELECT sealed FROM disclosure WHERE id = $1"),
    ("request", "SELECT sealed FROM request WHERE id = $1"),
    ("history", "SELECT sealed FROM history WHERE id = $1"),
    ("employee item", "SELECT sealed FROM employee_item WHERE id = $1"),
    ("employee document", "SELECT sealed FROM employee_item WHERE id = $1"),
    ("kept record", "SELECT sealed FROM kept WHERE id = $1"),
    ("kept document", "SELECT sealed FROM kept_document WHERE id = $1"),
    ("envelope", "SELECT sealed FROM envelope WHERE id = $1"),
];

/// Lists the rows of a kind as [`Row`]s, in the order of their time.
pub(crate) fn list(kind: &str) -> String {
    let of_application = |columns: &str, table: &str, only: &str, time: &str| {
        format!(
            "SELECT t.id, a.id AS owner, a.rk_id AS key, {columns} FROM {table} t JOIN application a ON a.id = t.application_id \
             WHERE {only} ORDER BY {time}, t.id"
        )
    };
    let item = |documents: &str| {
        format!(
            "SELECT i.id, e.id AS owner, e.rk_id AS key, i.item AS name, i.object_id, i.version FROM employee_item i \
             JOIN employee e ON e.id = i.employee_id WHERE i.object_id IS {documents} ORDER BY e.created_at, i.id"
        )
    };
    match kind {
        "document" => of_application("t.section AS name, t.object_id, t.version", "document", "1 = 1", "t.created_at"),
        "note" | "comment" => {
            let only = format!("t.kind = '{kind}'");
            of_application("t.kind AS name, NULL AS object_id, t.version", "note", &only, "t.created_at")
        }
        "disclosure" | "request" => {
            let time = if kind == "request" { "t.received_on" } else { "t.decided_at" };
            of_application("'' AS name, NULL AS object_id, t.version", kind, "t.sealed IS NOT NULL", time)
        }
        // Lines of a history are written once.
        "history" => of_application("'' AS name, NULL AS object_id, 1 AS version", "history", "t.sealed IS NOT NULL", "t.at"),
        "outcome reason" => {
            "SELECT a.id, a.id AS owner, a.rk_id AS key, '' AS name, NULL AS object_id, a.outcome_version AS version \
             FROM application a WHERE a.outcome_reason IS NOT NULL ORDER BY a.outcome_at, a.id"
                .to_owned()
        }
        "employee item" => item("NULL"),
        "employee document" => item("NOT NULL"),
        "kept record" => "SELECT k.id, k.id AS owner, k.rk_id AS key, k.class AS name, NULL AS object_id, k.version FROM kept k \
             WHERE k.erasing_at IS NULL ORDER BY k.created_at, k.id"
            .to_owned(),
        "kept document" => {
            "SELECT d.id, k.id AS owner, k.rk_id AS key, k.class AS name, d.object_id, d.version FROM kept_document d \
             JOIN kept k ON k.id = d.kept_id WHERE k.erasing_at IS NULL ORDER BY k.created_at, d.id"
                .to_owned()
        }
        "envelope" => {
            "SELECT e.id, e.id AS owner, e.intake_key_id AS key, '' AS name, e.object_id, 1 AS version FROM envelope e \
             WHERE e.quarantined_at IS NULL ORDER BY e.received_at, e.id"
                .to_owned()
        }
        section => {
            let only = format!("t.name = '{section}'");
            of_application("t.name, NULL AS object_id, t.version", "section", &only, "a.received_at")
        }
    }
}
