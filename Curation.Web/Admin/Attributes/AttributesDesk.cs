using Curation.Core.Desk.Attributes;

namespace Curation.Web.Admin.Attributes;

/// <summary>The verbs that the attribute pages give.</summary>
public sealed record AttributesDesk(ListAttributes List, DefineAttribute Define, RenameAttribute Rename, DeleteAttribute Delete, ReviewValues Review, SetValues Set);
