package com.thec1rcle.command.night;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;

/** Answers so many questions more; then the power goes, in the middle of whatever asked. */
class FragileCommands extends Commands {
    private int left = Integer.MAX_VALUE;
    private Runnable beforeEach = () -> {};

    FragileCommands(CommandGateway gateway) {
        super(gateway);
    }

    void breakAfter(int questions) {
        left = questions;
    }

    void mend() {
        left = Integer.MAX_VALUE;
    }

    /** What happens before each question, on the thread of whoever asks. */
    void beforeEach(Runnable pause) {
        beforeEach = pause;
    }

    @Override
    public <R> @Nullable R ask(Object command, Actor actor) throws Refusal {
        beforeEach.run();
        if (left-- <= 0) {
            throw new PowerCut();
        }
        return super.ask(command, actor);
    }

    /** Nobody catches this, as nobody catches the end of a process. */
    static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
