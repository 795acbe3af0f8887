package com.thec1rcle.command.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** The last few things that were done with, so that a question that comes late is not taken for a new one. */
public final class LatelyDone {
    private static final int REMEMBERED = 64;

    private final SequencedSet<String> things = new LinkedHashSet<>();

    public LatelyDone() {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    LatelyDone(Collection<String> things) {
        this.things.addAll(things);
    }

    @JsonValue
    List<String> things() {
        return List.copyOf(things);
    }

    public void add(String thing) {
        things.add(thing);
        if (things.size() > REMEMBERED) {
            things.removeFirst();
        }
    }

    public boolean contains(String thing) {
        return things.contains(thing);
    }
}
