using System.CommandLine;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Standalone.Commands;

/// <summary><c>--taxonomy</c>: one of the taxonomies that come with this program.</summary>
internal static class TaxonomyOption
{
    public static Option<string> Create()
    {
        var option = new Option<string>("--taxonomy")
        {
            Description = $"Taxonomy: {string.Join(" or ", BuiltInTaxonomies.Names)}.",
            HelpName = "NAME",
            DefaultValueFactory = _ => BuiltInTaxonomies.Arxiv,
        };
        option.AcceptOnlyFromAmong([.. BuiltInTaxonomies.Names]);
        return option;
    }
}
