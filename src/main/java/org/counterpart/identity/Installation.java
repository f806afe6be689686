// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import org.counterpart.web.CannotStart;
import org.counterpart.web.Site;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sees to it that a demonstration, where anyone may enter, never opens on the data of real people.
@Component
class Installation implements InitializingBean {
    private final JdbcClient jdbc;
    private final Site site;

    Installation(JdbcClient jdbc, Site site) {
        this.jdbc = jdbc;
        this.site = site;
    }

    @Override
    public void afterPropertiesSet() {
        jdbc.sql("insert into installation (demonstration) values (:demonstration) on conflict do nothing")
                .param("demonstration", site.demonstration())
                .update();
        boolean demonstration = jdbc.sql("select demonstration from installation")
                .query(Boolean.class)
                .single();
        if (demonstration != site.demonstration()) {
            throw new CannotStart(demonstration ? "identity.data.demonstration" : "identity.data.real");
        }
    }
}
