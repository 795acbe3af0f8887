package com.thec1rcle.query.host;

import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.host.HostView;
import java.util.Locale;
import org.springframework.data.annotation.Id;

/** A host in the views. */
record HostDocument(@Id String id, String name, String city, String cityKey) {
    /** Cities are looked up however they are spelled in upper and lower case. */
    static String key(String city) {
        return city.strip().toLowerCase(Locale.ROOT);
    }

    HostView toView() {
        return new HostView(new HostId(id), name, city);
    }
}
