package com.thec1rcle.api.entry;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the counters of a door are streamed.
 *
 * @param look how often they are looked at for each stream: what changes in between goes out together
 * @param heartbeat how often a stream says that it is alive
 * @param life how long a stream lasts; the client then opens another, with rights that are still good
 * @param open how many streams one process serves at once
 */
@ConfigurationProperties("c1rcle.entry.live")
record DoorStreamSettings(
        @DefaultValue("PT0.25S") Duration look,
        @DefaultValue("PT15S") Duration heartbeat,
        @DefaultValue("PT30M") Duration life,
        @DefaultValue("500") int open) {}
