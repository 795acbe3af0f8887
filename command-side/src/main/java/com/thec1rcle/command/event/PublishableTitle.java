package com.thec1rcle.command.event;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a title is fit for the public: long enough, and somebody's own words rather than a placeholder. */
final class PublishableTitle {
    private static final int SHORTEST = 3;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern COUNTER = Pattern.compile("( ?\\d+| copy| draft)+$");
    private static final Set<String> PLACEHOLDERS = Set.of(
            "untitled",
            "title",
            "event",
            "my event",
            "new event",
            "event name",
            "event title",
            "test",
            "tests",
            "testing",
            "test event",
            "tbd",
            "tba",
            "tbc",
            "todo",
            "draft",
            "placeholder",
            "sample",
            "sample event",
            "example",
            "lorem ipsum",
            "none",
            "null",
            "undefined",
            "n a",
            "asdf",
            "qwerty",
            "abc",
            "xxx");

    private PublishableTitle() {}

    static boolean isLongEnough(String title) {
        return title.strip().length() >= SHORTEST;
    }

    /** Whether nobody has thought of a title yet: "Untitled", "test 2", "TBD!", "Untitled event (copy)". */
    static boolean isPlaceholder(String title) {
        String words =
                NO_WORD.matcher(title.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        if (words.isEmpty() || PLACEHOLDERS.contains(words)) {
            return true;
        }
        String bare = COUNTER.matcher(words).replaceAll("").strip();
        return PLACEHOLDERS.contains(bare) || bare.equals("untitled event");
    }
}
