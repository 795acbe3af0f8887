package com.thec1rcle.command.entry;

import java.util.Optional;

/** Reads what guests show at the door. */
interface CodeReader {
    /** What the code says, if it is one of ours: well formed and with a good signature. */
    Optional<ReadCode> read(String code);
}
