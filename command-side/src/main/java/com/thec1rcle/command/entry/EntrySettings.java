package com.thec1rcle.command.entry;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strict the door is.
 *
 * @param deviceRequired whether a scan must name a device that is bound to the venue
 * @param bindingLife how long a code binds a device
 * @param undoGrace how long after the slot's end a manager may still undo a scan
 */
@ConfigurationProperties("c1rcle.entry")
public record EntrySettings(
        @DefaultValue("false") boolean deviceRequired,
        @DefaultValue("PT10M") Duration bindingLife,
        @DefaultValue("PT6H") Duration undoGrace) {}
