// Whose an e-mail address is: a person's, an office's, or nobody's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace postvet {

// Labels of a domain that end names in the Internet: countries, and the general ones that people use. Of folded text.
bool is_known_final_label(std::string_view label);

// Hosts that exist for examples only (RFC 2606, RFC 6761).
bool is_example_host(std::string_view host);

// Mailboxes of an office, a service or a machine: info@, admissions@, no-reply@. At the organisation's own domains a
// role in any part of the name is enough ("wakefield.admissions@"). `domains` are the organisation's.
bool is_role_mailbox(std::string_view local, std::string_view host, const std::vector<std::string>& domains);

// "your.name@", "username@": a form to be filled in.
bool is_placeholder_mailbox(std::string_view local);

}  // namespace postvet
