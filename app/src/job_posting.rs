//! A posting as search engines read it: schema.org's `JobPosting`, as JSON-LD.

use jiff::{Zoned, civil::Date, tz::TimeZone};
use office::careers::Posting;
use rules::{
    posting::{Employment, PayPeriod, euros},
    retention::{local_date, midnight},
};
use serde_json::{Number, Value, json};

use crate::{frame::Frame, markdown};

/// The JSON of a posting that takes applications, safe inside a `<script>`: no `<` in it, so nothing ends it early.
#[must_use]
pub fn json_ld(frame: &Frame, posting: &Posting) -> String {
    let json = json(frame, posting).to_string();
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

fn json(frame: &Frame, posting: &Posting) -> Value {
    let url = format!("{}/jobs/{}", frame.public_url, posting.slug);
    let mut job = json!({
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": posting.title,
        "description": description(posting),
        "identifier": { "@type": "PropertyValue", "name": posting.employer_name, "value": posting.id.as_str() },
        "url": url,
        "validThrough": end_of(posting.intake_ends_on, &frame.zone),
        "employmentType": employment_type(posting.employment),
        "hiringOrganization": { "@type": "Organization", "name": posting.employer_name, "url": frame.public_url },
        "jobLocation": place(posting),
        "totalJobOpenings": posting.seats,
        "directApply": true,
    });
    if let Some(logo) = &frame.brand.logo {
        job["hiringOrganization"]["logo"] = json!(format!("{}{}", frame.public_url, logo.path));
    }
    if let Some(at) = posting.published_at {
        job["datePosted"] = json!(local_date(at, &frame.zone).to_string());
    }
    if let Some(pay) = posting.pay_range {
        job["baseSalary"] = json!({
            "@type": "MonetaryAmount",
            "currency": "EUR",
            "value": {
                "@type": "QuantitativeValue",
                "minValue": amount(pay.min()),
                "maxValue": amount(pay.max()),
                "unitText": unit(pay.period()),
            },
        });
    }
    job
}

/// Where the work is: in the first town that the posting names. Search engines want a country with each, and a posting states one.
fn place(posting: &Posting) -> Value {
    json!({
        "@type": "Place",
        "address": {
            "@type": "PostalAddress",
            "addressLocality": posting.town(),
            "addressCountry": posting.country.code(),
        },
    })
}

/// The whole text as HTML: its sentence, then its body.
#[must_use]
pub fn description(posting: &Posting) -> String {
    // The sentence is no Markdown.
    let mut html = String::from("<p>");
    // Writing into a text does not fail.
    let _ = pulldown_cmark_escape::escape_html(&mut html, &posting.summary);
    html.push_str("</p>\n");
    html + &markdown::html(&posting.body, 2)
}

/// The last second of a day, with the offset that the employer's zone has then.
fn end_of(day: Date, zone: &TimeZone) -> String {
    let end = midnight(day.saturating_add(jiff::Span::new().days(1)), zone) - jiff::SignedDuration::from_secs(1);
    Zoned::new(end, zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// The search engines' word for a kind of employment. They have none for an apprenticeship.
const fn employment_type(employment: Employment) -> &'static str {
    match employment {
        Employment::FullTime => "FULL_TIME",
        Employment::PartTime => "PART_TIME",
        Employment::Apprenticeship => "OTHER",
    }
}

const fn unit(period: PayPeriod) -> &'static str {
    match period {
        PayPeriod::Year => "YEAR",
        PayPeriod::Month => "MONTH",
        PayPeriod::Hour => "HOUR",
    }
}

/// An amount of cents as a number of euros.
#[must_use]
pub fn amount(cents: i64) -> Value {
    let number: Option<Number> = match cents % 100 {
        0 => Some((cents / 100).into()),
        _ => euros(cents).parse().ok().and_then(Number::from_f64),
    };
    number.map_or(Value::Null, Value::Number)
}

#[cfg(test)]
mod tests {
    use rules::messages::Lang;

    use super::*;
    use crate::{
        fixtures::{HOSTILE, at, frame, posting},
        frame::{Brand, Logo},
    };

    fn berlin() -> Frame {
        Frame { zone: TimeZone::get("Europe/Berlin").expect("the bundled database knows Berlin"), ..frame(Lang::De) }
    }

    #[test]
    fn search_engines_read_what_people_read() {
        let job = json(&berlin(), &Posting { body: "## Tasks\n- align".to_owned(), ..posting("Optician") });
        for (pointer, expected) in [
            ("/@type", json!("JobPosting")),
            ("/title", json!("Optician")),
            ("/description", json!("<p>Optician</p>\n<h2>Tasks</h2>\n<ul>\n<li>align</li>\n</ul>\n")),
            ("/datePosted", json!("2026-11-01")),
            ("/validThrough", json!("2027-01-15T23:59:59+01:00")),
            ("/employmentType", json!("FULL_TIME")),
            ("/hiringOrganization/name", json!("Optician")),
            ("/jobLocation/address/addressLocality", json!("Optician")),
            ("/jobLocation/address/addressCountry", json!("DE")),
            ("/directApply", json!(true)),
            ("/identifier/value", json!("03030303030303030303030303030303")),
            ("/url", json!("https://jobs.havelwerk.example/jobs/optical-technician")),
            ("/baseSalary/currency", json!("EUR")),
            ("/baseSalary/value/minValue", json!(15.5)),
            ("/baseSalary/value/maxValue", json!(18)),
            ("/baseSalary/value/unitText", json!("HOUR")),
            ("/totalJobOpenings", json!(2)),
        ] {
            assert_eq!(job.pointer(pointer), Some(&expected), "{pointer} of {job}");
        }
    }

    #[test]
    fn the_organisation_has_the_logo_that_the_site_has() {
        assert_eq!(json(&berlin(), &posting("Optician")).pointer("/hiringOrganization/logo"), None);
        let logo = Some(Logo { path: "/brand/0a.png".to_owned(), width: 320, height: 80 });
        let frame = Frame { brand: Brand { logo, ..Brand::default() }, ..berlin() };
        let job = json(&frame, &posting("Optician"));
        assert_eq!(job["hiringOrganization"]["logo"], "https://jobs.havelwerk.example/brand/0a.png");
    }

    #[test]
    fn the_last_day_ends_at_midnight_where_the_employer_is() {
        let summer = Posting { intake_ends_on: jiff::civil::date(2027, 7, 31), ..posting("Optician") };
        assert_eq!(json(&berlin(), &summer)["validThrough"], "2027-07-31T23:59:59+02:00");
        let short = Posting { intake_ends_on: jiff::civil::date(2027, 3, 28), ..posting("Optician") };
        assert_eq!(json(&berlin(), &short)["validThrough"], "2027-03-28T23:59:59+02:00", "the day that has an hour less");
        let late = Posting { published_at: Some(at("2026-10-31T23:30:00Z")), ..posting("Optician") };
        assert_eq!(json(&berlin(), &late)["datePosted"], "2026-11-01");
    }

    #[test]
    fn the_place_is_the_town_whose_country_is_stated() {
        let job = json(&berlin(), &Posting { place: "Leipzig, Rotterdam or remote".to_owned(), ..posting("Optician") });
        let address = json!({ "@type": "PostalAddress", "addressLocality": "Leipzig", "addressCountry": "DE" });
        assert_eq!(job["jobLocation"], json!({ "@type": "Place", "address": address }));
    }

    #[test]
    fn pay_in_words_alone_is_no_figure() {
        let words = Posting { pay_range: None, ..posting("by agreement") };
        assert_eq!(json(&berlin(), &words).get("baseSalary"), None);
    }

    #[test]
    fn no_text_ends_the_script_and_every_text_comes_back() {
        let text = json_ld(&berlin(), &posting(HOSTILE));
        assert!(!text.contains(['<', '>', '&']), "{text}");
        let job: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(job["title"], HOSTILE);
        let description = job["description"].as_str().expect("a description");
        assert!(description.contains("&lt;script&gt;alert(1)") && !description.contains("<script"), "{description}");
    }
}
