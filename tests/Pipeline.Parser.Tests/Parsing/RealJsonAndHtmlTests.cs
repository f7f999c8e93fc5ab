using Pipeline.Parser.Parsing;

namespace Pipeline.Parser.Tests.Parsing;

/// <summary>Real answers of the JSON interfaces and pages of the world.</summary>
public sealed class RealJsonAndHtmlTests
{
    private static readonly string[] JsonFormats =
        ["hf-json", "json-feed", "openalex", "crossref", "semantic-scholar", "biorxiv", "openreview", "core", "europe-pmc", "openaire", "json-list"];

    [Theory]
    [InlineData("hf/daily-api-2026-07.json", "hf-json")]
    [InlineData("hf/papers-search-api_diffusion.json", "hf-json")]
    [InlineData("arxiv-json/daily-arXiv-ai-enhanced_2025-03-19.jsonl", "json-lines")]
    [InlineData("arxiv-json/gpt_paper_assistant_debug_papers.json", "json-list")]
    [InlineData("crossref/crossref_works_search.json", "crossref")]
    [InlineData("crossref/habanero_test_works_query.0.http200.json", "crossref")]
    [InlineData("openalex/openalex_works_search.json", "openalex")]
    [InlineData("openalex/paperqa_test_title_search_paper_attributes0.3.http200.json", "openalex")]
    [InlineData("openalex/paperqa_test_title_search_paper_attributes2.3.http200.json", "openalex")]
    [InlineData("openreview/notes-search_first-2-of-page.json", "openreview")]
    [InlineData("biorxiv/biorxiv_details_page.json", "biorxiv")]
    [InlineData("other-json/core_search.json", "core")]
    [InlineData("other-json/europepmc_search.json", "europe-pmc")]
    [InlineData("other-json/openaire_graph_v3.json", "openaire")]
    [InlineData("semantic-scholar/s2_search_transformer.json", "semantic-scholar")]
    [InlineData("semantic-scholar/s2py_test_empty_paginated_results.0.http200.json", "semantic-scholar")]
    public async Task Listing_Real_IsToldByItsFormAndReadToItsEnd(string path, string format)
    {
        var file = Expected.RealFile("data/listings/" + path);

        var listing = await ReadListing.FromAsync(File.OpenRead(file));

        Assert.Equal(format, listing.Format);
        Assert.Null(listing.Broken);
    }

    // Papers of a title alone repeat where the source lists them twice, so the answers of Semantic Scholar give fewer than they list.
    [Theory]
    [InlineData("semantic-scholar/s2py_test_search_paper.0.http200.json", "semantic-scholar", 99, 0)]
    [InlineData("semantic-scholar/s2py_test_get_author_papers.1.http200.json", "semantic-scholar", 96, 0)]
    [InlineData("semantic-scholar/s2py_test_get_paper_citations.0.http200.json", "semantic-scholar", 100, 0)]
    [InlineData("semantic-scholar/s2_references.json", "semantic-scholar", 3, 0)]
    [InlineData("semantic-scholar/s2py_test_get_recommended_papers.0.http200.json", "semantic-scholar", 95, 0)]
    [InlineData("semantic-scholar/s2py_Paper_huge_single.json", "semantic-scholar", 1, 0)]
    [InlineData("semantic-scholar/s2py_test_get_papers.0.http200.json", "semantic-scholar", 0, 3)]
    [InlineData("crossref/commonmeta_crossref-list.json", "crossref", 20, 0)]
    [InlineData("crossref/commonmeta_crossref.json", "crossref", 1, 0)]
    [InlineData("crossref/papis_test_5_aps_article_number.json", "crossref", 1, 0)]
    [InlineData("crossref/habanero_test_journals_works.0.http200.json", "crossref", 20, 0)]
    [InlineData("crossref/habanero_test_works_with_select_param.0.http200.json", "crossref", 20, 0)]
    [InlineData("crossref/habanero_test_works_sample.0.http200.json", "crossref", 1, 1)]
    [InlineData("crossref/habanero_test_limit_of_zero_with_id.0.http200.json", "crossref", 0, 0)]
    [InlineData("openalex/paperqa_test_doi_search_paper_attributes1.2.http200.json", "openalex", 1, 0)]
    [InlineData("other-json/commonmeta_csl-list.json", "json-list", 17, 0)]
    [InlineData("html/commonmeta_arxiv_abs.html", "html-paper", 1, 0)]
    [InlineData("html/papis_HAL_HAL_jpa_00235190.html", "html-paper", 1, 0)]
    [InlineData("html/papis_ACL_2021.naacl-main.208.html", "html-paper", 1, 0)]
    [InlineData("html/papis_USENIX_bulekov.html", "html-paper", 1, 0)]
    public async Task Listing_RealWithoutExpectation_GivesAsManyPapersAsPeopleCount(string path, string format, int papers, int rejected)
    {
        var listing = await ReadListing.FromAsync(File.OpenRead(Expected.RealFile("data/listings/" + path)));

        Assert.Equal((format, papers, rejected), (listing.Format, listing.Papers.Count, listing.Rejections.Count));
        Assert.Null(listing.Broken);
    }

    [Theory]
    [InlineData("crossref/habanero_test_cursor_fails_cursor_value.0.http404.json", "\"Cursor specified but it is invalid\"")]
    [InlineData("crossref/habanero_test_workscontainer_failure_behavior.1.http200.json", "its message-type is \"member\"")]
    [InlineData("crossref/habanero_test_content_negotiation_style.3.http200.json", "a JSON list")]
    [InlineData("semantic-scholar/paperqa_test_bad_dois.0.http404.json", "\"Title match not found\"")]
    [InlineData("semantic-scholar/s2py_test_get_recommended_papers_from_lists_negative_.0.http400.json", "\"No positive paper examples given\"")]
    [InlineData("semantic-scholar/s2py_test_search_snippet.0.http200.json", "a search for snippets")]
    [InlineData("openalex/paperqa_test_does_openalex_work_not-oa-in-openalex.0.http200.json", "no work with a title")]
    [InlineData("html/papis_Lingbuzz_006747.html", "an HTML page, beginning with \"SVO")]
    public async Task Answer_RealWithoutPapers_IsRefusedAndSaysWhatItIs(string path, string words)
    {
        var listing = await ReadListing.FromAsync(File.OpenRead(Expected.RealFile("data/listings/" + path)));

        Assert.Null(listing.Format);
        Assert.Contains(words, listing.Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hf")]
    [InlineData("arxiv-json")]
    [InlineData("biorxiv")]
    [InlineData("crossref")]
    [InlineData("openalex")]
    [InlineData("openreview")]
    [InlineData("other-json")]
    [InlineData("semantic-scholar")]
    [InlineData("html")]
    [InlineData("hostile-json")]
    public async Task Listings_RealOfAFolder_AreReadOrRefusedAndNeverThrow(string folder)
    {
        var files = Directory.GetFiles(Expected.RealFile("data/listings/" + folder), "*", SearchOption.AllDirectories);

        foreach (var file in files)
        {
            var listing = await ReadListing.FromAsync(File.OpenRead(file));
            Assert.True((listing.Format is null) != (listing.Refusal is null), file);
        }

        Assert.NotEmpty(files);
    }

    [Theory]
    [InlineData('n', true)]
    [InlineData('y', false)]
    public async Task JsonOfTheTestSuite_ReadByEachFormat_IsSoundOnlyWhereItIs(char kind, bool isFault)
    {
        var files = Directory.GetFiles(Expected.RealFile("data/listings/hostile-json/parsing"), $"{kind}_*.json");

        foreach (var file in files.Where(file => new FileInfo(file).Length > 0))
        {
            foreach (var format in JsonFormats)
            {
                var listing = await ReadListing.FromAsync(File.OpenRead(file), format);
                var isNoJson = listing.Rejections.Any(rejection => rejection.Reason.StartsWith("not valid JSON", StringComparison.Ordinal))
                    || (listing.Broken is { } broken && (isFault || !broken.Reason.StartsWith("not a JSON list or object", StringComparison.Ordinal)));
                Assert.True(listing.Refusal is not null || isNoJson == isFault, $"{format} {file}: {string.Join(' ', listing.Entries)}");
                Assert.Empty(listing.Papers);
            }
        }

        Assert.NotEmpty(files);
    }

    [Fact]
    public void Formats_Named_AreAllKnown()
        => Assert.Subset(new ListingReader().Formats.ToHashSet(), JsonFormats.ToHashSet());
}
