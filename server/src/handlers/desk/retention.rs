//! What goes when.

use app::pages::desk::retention as page;
use office::{Error, retention::Group};

use crate::{
    answer::Answer,
    guard::Visitor,
    handlers::saved::{CSV, harmless, saved},
};

/// `GET /office/retention`
pub async fn plan(visitor: Visitor) -> Answer {
    let plan = visitor.site.office.plan(&visitor.actor).await?;
    let alarm = visitor.site.office.alarm(&visitor.actor).await?;
    visitor.ok(move |frame| page::page(frame, &plan, alarm.as_ref())).await
}

/// `GET /office/retention/plan.csv`: the plan for a spreadsheet (RFC 4180), dates by ISO 8601, instants in UTC.
pub async fn csv(visitor: Visitor) -> Answer {
    let plan = visitor.site.office.plan(&visitor.actor).await?;
    let table = table(&plan.groups).map_err(|_| Error::Unavailable("the plan could not be written".to_owned()))?;
    Ok(saved("attachment; filename=\"retention-plan.csv\"", CSV, table))
}

fn table(groups: &[Group]) -> csv::Result<Vec<u8>> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record([
        "posting",
        "title",
        "state",
        "closed_on",
        "planned_close_on",
        "last_day",
        "erased_from",
        "applications",
        "kept",
        "overdue",
    ])?;
    for group in groups {
        table.write_record([
            group.posting.to_string(),
            harmless(&group.title),
            group.state.code().to_owned(),
            group.closed_on.map(|day| day.to_string()).unwrap_or_default(),
            group.planned_close_on.to_string(),
            group.due.last_day.to_string(),
            group.due.erased_from.to_string(),
            group.count.to_string(),
            group.kept.to_string(),
            if group.overdue { "yes" } else { "no" }.to_owned(),
        ])?;
    }
    table.into_inner().map_err(|error| error.into_error().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_no_formula_and_breaks_no_line() {
        assert_eq!(harmless("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(harmless("Optician (m/f/d)"), "Optician (m/f/d)");
    }
}
