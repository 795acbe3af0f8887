package com.thec1rcle.api.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notifications are streamed.
 *
 * @param look how often the view is looked at for each stream
 * @param heartbeat how often a stream says that it is alive
 * @param life how long a stream lasts; the client then opens another, with a token that is still good
 * @param open how many streams one process serves at once
 */
@ConfigurationProperties("c1rcle.notifications.stream")
record NotificationStreamSettings(
        @DefaultValue("PT2S") Duration look,
        @DefaultValue("PT15S") Duration heartbeat,
        @DefaultValue("PT30M") Duration life,
        @DefaultValue("1000") int open) {}
