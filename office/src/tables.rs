//! Tables copied row by row from one database into another of any engine.

use futures::TryStreamExt as _;
use sqlx::{AnyConnection, AssertSqlSafe, Row as _, any::AnyRow};

use crate::{Result, store::placeholders};

/// A table with its columns: `b` holds bytes, `n` numbers, `t` texts.
pub(crate) type Table = (&'static str, &'static [(&'static str, char)]);

/// Copies every row of a table and counts them.
///
/// # Errors
/// [`crate::Error::Unavailable`]; [`crate::Error::Conflict`] for a row that is there already.
pub(crate) async fn copy_table(from: &mut AnyConnection, to: &mut AnyConnection, table: Table) -> Result<u64> {
    copy_rows(from, to, table, "", || ()).await
}

/// As [`copy_table`]; `end` ends each insert, and `copied` is called after each.
///
/// # Errors
/// As [`copy_table`].
pub(crate) async fn copy_rows(
    from: &mut AnyConnection,
    to: &mut AnyConnection,
    (table, columns): Table,
    end: &str,
    mut copied: impl FnMut(),
) -> Result<u64> {
    let names = columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    let insert = format!("INSERT INTO {table} ({names}) VALUES ({}) {end}", placeholders(1, columns.len()));
    let select = format!("SELECT {names} FROM {table}");
    let mut rows = sqlx::query(AssertSqlSafe(select)).fetch(from);
    let mut count = 0;
    while let Some(row) = rows.try_next().await? {
        let mut query = sqlx::query(AssertSqlSafe(insert.clone()));
        for (index, (_, kind)) in columns.iter().enumerate() {
            query = match kind {
                'b' => query.bind(value::<Vec<u8>>(&row, index)?),
                'n' => query.bind(value::<i64>(&row, index)?),
                _ => query.bind(value::<String>(&row, index)?),
            };
        }
        query.execute(&mut *to).await?;
        count += 1;
        copied();
    }
    Ok(count)
}

fn value<'r, T: sqlx::Decode<'r, sqlx::Any> + sqlx::Type<sqlx::Any>>(row: &'r AnyRow, index: usize) -> Result<Option<T>> {
    Ok(row.try_get(index)?)
}
