package com.thec1rcle.query.order;

import com.thec1rcle.kernel.privacy.Contact;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What somebody at the door typed to find a guest: every word begins a word of the name or the email address, or ends
 * the telephone number. Case and accents do not matter.
 */
final class GuestSearch {
    private static final Pattern MARKS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9()-]{3,}");

    private final List<String> words;

    GuestSearch(String typed) {
        this.words = wordsOf(typed);
    }

    boolean finds(Contact contact) {
        List<String> name = wordsOf(contact.name());
        String email = plain(contact.email());
        String telephone = contact.phone() == null ? "" : digits(contact.phone());
        return words.stream()
                .allMatch(word -> name.stream().anyMatch(part -> part.startsWith(word))
                        || email.startsWith(word)
                        || (TELEPHONE.matcher(word).matches() && telephone.endsWith(digits(word))));
    }

    private static List<String> wordsOf(String text) {
        return Arrays.stream(SPACES.split(plain(text).strip()))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static String digits(String text) {
        return NO_DIGIT.matcher(text).replaceAll("");
    }
}
