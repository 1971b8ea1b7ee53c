-- The few records whose telephone numbers have extensions, +842838221234;ext=12: who asks for the number finds them, too.
CREATE INDEX company_extension_idx ON company (id) WHERE (phone || phones::text) LIKE '%;ext=%';
CREATE INDEX contact_extension_idx ON contact (id) WHERE (phone || phones::text) LIKE '%;ext=%';
CREATE INDEX lead_extension_idx ON lead (id) WHERE (phone || phones::text) LIKE '%;ext=%';
