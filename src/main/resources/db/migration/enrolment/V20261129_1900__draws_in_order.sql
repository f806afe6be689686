-- Nothing of a draw is dated back: it is committed to, closed and held in this order, and set aside after that.
alter table draw add constraint closed_after_committed check (closed_at >= committed_at);
alter table draw add constraint held_after_closed check (drawn_at >= closed_at);
alter table setting_aside add constraint signed_after_asked check (signed_at >= asked_at);
