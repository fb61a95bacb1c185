//! The towns of a place. HR writes a place as it is read: the town, perhaps another, and how the work is done there.

/// Between two towns, in the languages of postings.
const BETWEEN: [&str; 8] = [" or ", " and ", " oder ", " und ", " of ", " en ", " / ", " & "];
/// Small words within a name: Brandenburg an der Havel, Capelle aan den IJssel.
const WITHIN: [&str; 11] = ["am", "an", "auf", "bei", "der", "im", "ob", "vor", "aan", "den", "de"];
/// What is written like a town and is none.
const WAYS: [&str; 6] = ["remote", "hybrid", "hybride", "homeoffice", "home", "thuiswerk"];

/// Every town that a place names, in its order and each once. The first is one whatever it looks like; after it, whatever is written as
/// a name is: "Potsdam, Berlin" names two, "Leipzig, or Rotterdam" too, "Leipzig, on site" one.
#[must_use]
pub fn towns(place: &str) -> Vec<&str> {
    let mut pieces: Vec<&str> = place.split([',', ';']).collect();
    for between in BETWEEN {
        pieces = pieces.into_iter().flat_map(|piece| piece.split(between)).collect();
    }
    let mut towns = Vec::new();
    for piece in pieces.into_iter().map(str::trim).filter(|piece| !piece.is_empty()) {
        if !towns.contains(&piece) && (towns.is_empty() || is_name(piece)) {
            towns.push(piece);
        }
    }
    towns
}

/// The town of a place: the first that it names.
#[must_use]
pub fn town(place: &str) -> &str {
    towns(place).first().copied().unwrap_or_default()
}

fn is_name(text: &str) -> bool {
    let capital = |word: &str| word.contains(char::is_uppercase);
    let mut words = text.split(' ');
    words.next().is_some_and(|first| capital(first) && !WAYS.contains(&&*first.to_lowercase().replace('-', "")))
        && words.all(|word| capital(word) || WITHIN.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_names_one_town_or_several() {
        for (place, expected) in [
            ("Leipzig, two days a week on site", &["Leipzig"][..]),
            ("Leipzig, Rotterdam or remote within Germany and the Netherlands", &["Leipzig", "Rotterdam"]),
            ("Leipzig, or Rotterdam", &["Leipzig", "Rotterdam"]),
            ("Potsdam, Berlin", &["Potsdam", "Berlin"]),
            ("Potsdam oder Berlin, hybrid", &["Potsdam", "Berlin"]),
            ("Potsdam / Berlin", &["Potsdam", "Berlin"]),
            ("Leiden of Den Haag", &["Leiden", "Den Haag"]),
            ("Leipzig, Halle/Saale und Brandenburg an der Havel", &["Leipzig", "Halle/Saale", "Brandenburg an der Havel"]),
            ("Leipzig, mit Einsätzen im Umland", &["Leipzig"]),
            ("Leipzig, Werkstatt in Plagwitz", &["Leipzig"]),
            ("Leipzig, Remote, Hybrid, Home-Office, Home Office", &["Leipzig"]),
            ("Leipzig, Leipzig", &["Leipzig"]),
            ("'s-Hertogenbosch, 's-Gravenhage", &["'s-Hertogenbosch", "'s-Gravenhage"]),
            (" Rotterdam ", &["Rotterdam"]),
            ("remote", &["remote"]),
            (", ,", &[]),
            ("", &[]),
        ] {
            assert_eq!(towns(place), expected, "{place:?}");
        }
    }

    #[test]
    fn the_town_of_a_place_is_the_first() {
        assert_eq!(town("Leipzig, two days a week on site"), "Leipzig");
        assert_eq!(town("Potsdam oder Berlin"), "Potsdam");
        assert_eq!(town(""), "");
    }
}
