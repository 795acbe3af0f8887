package com.thec1rcle.api.register;

import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.register.EntryId;

/** Seals the names of people whom an entry mentions, under a key of the entry's own, so that they can be erased. */
interface SealedNames {
    Sealed seal(EntryId entryId, String name);
}
