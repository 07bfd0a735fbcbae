//! What the words of a header mean: its abbreviations written out. Two headers of one meaning are likely one
//! column, and somebody still has to say so.

/// Abbreviations of the field, in the order of the alphabet, and what each stands for.
const WRITTEN_OUT: [(&str, &str); 67] = [
    ("acct", "account"),
    ("actl", "actual"),
    ("admit", "admission"),
    ("amt", "amount"),
    ("attr", "attribution"),
    ("attrib", "attribution"),
    ("attributed", "attribution"),
    ("auth", "authorization"),
    ("authorisation", "authorization"),
    ("authorisations", "authorizations"),
    ("authorised", "authorized"),
    ("auths", "authorization"),
    ("avail", "available"),
    ("beg", "start"),
    ("begin", "start"),
    ("beginning", "start"),
    ("bene", "beneficiary"),
    ("bnchmk", "benchmark"),
    ("brth", "birth"),
    ("cat", "category"),
    ("cd", "code"),
    ("clm", "claim"),
    ("cnt", "count"),
    ("comp", "completion"),
    ("cov", "coverage"),
    ("ct", "count"),
    ("datetime", "timestamp"),
    ("dt", "date"),
    ("dttm", "timestamp"),
    ("eff", "effective"),
    ("elig", "eligibility"),
    ("emp", "employee"),
    ("enc", "encounter"),
    ("evt", "event"),
    ("excl", "exclusion"),
    ("exp", "expiration"),
    ("expiry", "expiration"),
    ("from", "start"),
    ("ident", "id"),
    ("identifier", "id"),
    ("ids", "id"),
    ("key", "id"),
    ("loc", "location"),
    ("mbr", "member"),
    ("mem", "member"),
    ("mo", "month"),
    ("mos", "months"),
    ("mth", "month"),
    ("nbr", "number"),
    ("no", "number"),
    ("num", "number"),
    ("pat", "patient"),
    ("pct", "percent"),
    ("percentage", "percent"),
    ("pt", "patient"),
    ("qty", "count"),
    ("ref", "reference"),
    ("rsn", "reason"),
    ("srvc", "service"),
    ("stat", "status"),
    ("sts", "status"),
    ("svc", "service"),
    ("term", "termination"),
    ("thru", "through"),
    ("tm", "time"),
    ("ts", "timestamp"),
    ("typ", "type"),
];

/// A header with its words written out and nothing between them: `Mbr Eff Dt` and `member_effective_date` are one.
pub(super) fn meaning(header: &str) -> String {
    words(header).iter().map(|word| written_out(word)).collect()
}

fn written_out(word: &str) -> &str {
    WRITTEN_OUT.binary_search_by_key(&word, |&(short, _)| short).map_or(word, |at| WRITTEN_OUT[at].1)
}

/// The words of a header, in lower case; a capital after a small letter begins one.
pub(super) fn words(header: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for c in header.chars() {
        let begins = c.is_uppercase() && before.is_lowercase();
        let is_between = !c.is_alphanumeric() && c != '#' && c != '%';
        if begins || is_between || matches!(c, '#' | '%') {
            words.push(String::new());
        }
        if let (Some(word), false) = (words.last_mut(), is_between) {
            match c {
                '#' => word.push_str("number"),
                '%' => word.push_str("percent"),
                _ => word.extend(c.to_lowercase()),
            }
        }
        before = c;
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_abbreviation_is_found() {
        assert!(WRITTEN_OUT.is_sorted());
        assert!(WRITTEN_OUT.iter().all(|(short, long)| meaning(short) == *long));
    }

    #[test]
    fn the_same_words_mean_the_same() {
        for header in ["member_effective_date", "Mbr Eff Dt", "MemberEffectiveDate", "MBR_EFF_DT", "Member eff. date"] {
            assert_eq!(meaning(header), "membereffectivedate", "{header}");
        }
        assert_eq!(meaning("Auth #"), meaning("authorization number"));
        assert_ne!(meaning("Eff Date"), meaning("Term Date"));
    }
}
