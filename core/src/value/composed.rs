//! The one spelling of a text that Unicode can spell in several: its composed form, never another letter.

use std::borrow::Cow;

/// The text in Unicode's composed form (NFC).
pub(crate) fn composed(text: Cow<'_, str>) -> Cow<'_, str> {
    // The first mark that combines is U+0300, `CC 80`: below it every text is composed as it stands.
    if text.bytes().all(|byte| byte < 0xCC) {
        return text;
    }
    Cow::Owned(by_platform(&text))
}

/// In a browser and in Node the tables of Unicode are there already, and weigh a tenth of the engine.
#[cfg(all(target_family = "wasm", target_os = "unknown"))]
fn by_platform(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}

#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
fn by_platform(text: &str) -> String {
    icu_normalizer::ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_is_spelled_the_same() {
        let spellings = [("JOSE\u{301}", "JOSÉ"), ("\u{212B}", "Å"), ("가", "\u{1100}\u{1161}"), ("ﬁ", "ﬁ")];
        for (one, other) in spellings {
            assert_eq!(composed(one.into()), composed(other.into()), "{one}");
        }
        assert_ne!(composed("ﬁ".into()), "fi");
        assert!(matches!(composed("MÜLLER".into()), Cow::Borrowed("MÜLLER")));
    }
}
