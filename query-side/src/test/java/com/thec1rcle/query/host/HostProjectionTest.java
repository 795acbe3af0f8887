package com.thec1rcle.query.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.host.HostEvent.HostRegistered;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.host.HostList;
import com.thec1rcle.kernel.host.HostQuery.FindHost;
import com.thec1rcle.kernel.host.HostQuery.FindHosts;
import com.thec1rcle.kernel.host.HostView;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.ViewsFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostProjectionTest {
    private static final HostId HOST = new HostId("host");

    private final ViewsFixture views = ViewsFixture.start();
    private final HostProjection projection = new HostProjection(views.mongo());
    private final HostQueries queries = new HostQueries(views.mongo());

    @AfterEach
    void close() {
        views.close();
    }

    private void replay() {
        projection.on(new HostRegistered(HOST, new UserId("owner"), "Night Shift", "Mumbai"));
        projection.on(new HostRegistered(new HostId("other"), new UserId("owner"), "Day Shift", "Goa"));
    }

    private HostList all() {
        return queries.handle(new FindHosts(null, null, 50));
    }

    @Test
    void aHostIsFoundByIdAndCity() {
        replay();
        HostView expected = new HostView(HOST, "Night Shift", "Mumbai");
        assertThat(queries.handle(new FindHost(HOST))).isEqualTo(expected);
        assertThat(queries.handle(new FindHosts("MUMBAI", null, 50)).items()).containsExactly(expected);
    }

    @Test
    void replayedTwiceItIsTheSame() {
        replay();
        HostList once = all();
        replay();
        assertThat(all()).isEqualTo(once);
        assertThat(once.items()).hasSize(2);
    }

    @Test
    void rebuiltItIsTheSame() {
        replay();
        HostList before = all();
        projection.reset();
        assertThat(all().items()).isEmpty();
        replay();
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void anUnknownHostIsNotFound() {
        assertThatThrownBy(() -> queries.handle(new FindHost(HOST))).isInstanceOf(QueryRefused.class);
    }
}
