package com.thec1rcle.command.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.ticketing.TicketEvent;
import com.thec1rcle.kernel.ticketing.TicketEvent.ScanUndone;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketAdmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketExited;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketReadmitted;
import java.util.HashMap;
import java.util.Map;

/** Who passed on one ticket, counted from its events: never more than it admits, and what is undone is undone once. */
final class Doorway {
    private final int admits;

    /** By scan: what it changed, as long as it is not undone. */
    private final Map<ScanId, Passage> passages = new HashMap<>();

    private int admitted;
    private int outside;
    private int undone;

    /** What one scan added to those who came at all, and to those who are outside again. */
    private record Passage(int came, int left) {}

    Doorway(int admits) {
        this.admits = admits;
    }

    void see(TicketEvent event) {
        switch (event) {
            case TicketAdmitted entry -> {
                pass(entry.attempt().scanId(), new Passage(entry.attempt().count(), 0));
                requireThatTheTicketSays(entry.admitted(), outside);
            }
            case TicketReadmitted entry -> {
                int newcomers = entry.attempt().count() - entry.returned();
                pass(entry.attempt().scanId(), new Passage(newcomers, -entry.returned()));
                requireThatTheTicketSays(entry.admitted(), entry.outside());
            }
            case TicketExited exit -> {
                pass(exit.attempt().scanId(), new Passage(0, exit.attempt().count()));
                requireThatTheTicketSays(admitted, exit.outside());
            }
            case ScanUndone back -> {
                undo(back.scanId());
                requireThatTheTicketSays(back.admitted(), back.outside());
            }
            default -> {
                return; // Nobody passes.
            }
        }
        assertThat(admitted).as("admitted").isBetween(0, admits);
        assertThat(outside).as("outside").isBetween(0, admitted);
    }

    private void pass(ScanId scan, Passage passage) {
        assertThat(passages.put(scan, passage)).as("%s passes once", scan).isNull();
        count(passage, 1);
    }

    private void undo(ScanId scan) {
        Passage passage = passages.remove(scan);
        assertThat(passage).as("%s is undone once", scan).isNotNull();
        count(passage, -1);
        undone++;
    }

    private void count(Passage passage, int times) {
        admitted += times * passage.came();
        outside += times * passage.left();
    }

    private void requireThatTheTicketSays(int saidAdmitted, int saidOutside) {
        assertThat(saidAdmitted).as("admitted, as the ticket says").isEqualTo(admitted);
        assertThat(saidOutside).as("outside, as the ticket says").isEqualTo(outside);
    }

    int admitted() {
        return admitted;
    }

    int undone() {
        return undone;
    }

    /** People whom it still lets in, where those who have left may come back. */
    int room() {
        return admits - (admitted - outside);
    }
}
