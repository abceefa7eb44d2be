package io.moderato.app;

import io.moderato.classify.ClassifyApi;
import io.moderato.feedback.FeedbackApi;
import io.moderato.http.DocsApi;
import io.moderato.http.HealthApi;
import io.moderato.http.Operations;
import io.moderato.listadmin.WordListsApi;
import io.moderato.model.CapabilitiesApi;
import io.moderato.moderation.BatchApi;
import io.moderato.moderation.CommentsApi;
import io.moderato.moderation.PostsApi;
import io.moderato.replay.DecisionReplayApi;
import io.moderato.replay.ReplayApi;
import io.moderato.replay.ShadowApi;
import io.moderato.siteadmin.SitesApi;
import io.moderato.sitepolicy.PoliciesApi;

/** Which operation of openapi.yaml is done by which method. */
record Routes(
    SitesApi sites,
    PoliciesApi policies,
    CommentsApi comments,
    BatchApi batch,
    FeedbackApi feedback,
    PostsApi posts,
    WordListsApi wordLists,
    ReplayApi replay,
    ShadowApi shadow,
    DecisionReplayApi decisions,
    ClassifyApi classify,
    CapabilitiesApi capabilities,
    HealthApi health,
    DocsApi docs) {
  Operations operations() {
    return new Operations()
        .add("createSite", sites::createSite)
        .add("getSite", sites::getSite)
        .add("updateSite", sites::updateSite)
        .add("createKey", sites::createKey)
        .add("revokeKey", sites::revokeKey)
        .add("listPresets", policies::listPresets)
        .add("getPolicy", policies::getPolicy)
        .add("putPolicy", policies::putPolicy)
        .add("checkPolicy", policies::checkPolicy)
        .add("listPolicyVersions", policies::listPolicyVersions)
        .add("getPolicyVersion", policies::getPolicyVersion)
        .add("diffPolicies", policies::diffPolicies)
        .add("activatePolicy", policies::activatePolicy)
        .add("rollBackPolicy", policies::rollBackPolicy)
        .add("submitComment", comments::submitComment)
        .add("submitComments", batch::submitComments)
        .add("getComment", comments::getComment)
        .add("editComment", comments::editComment)
        .add("withdrawComment", comments::withdrawComment)
        .add("giveFeedback", feedback::giveFeedback)
        .add("undoFeedback", feedback::undoFeedback)
        .add("getPost", posts::getPost)
        .add("putPost", posts::putPost)
        .add("listComments", posts::listComments)
        .add("listWordLists", wordLists::listWordLists)
        .add("getWordList", wordLists::getWordList)
        .add("putWordList", wordLists::putWordList)
        .add("deleteWordList", wordLists::deleteWordList)
        .add("addListEntries", wordLists::addListEntries)
        .add("removeListEntries", wordLists::removeListEntries)
        .add("listSharedWordLists", wordLists::listSharedWordLists)
        .add("getSharedWordList", wordLists::getSharedWordList)
        .add("putSharedWordList", wordLists::putSharedWordList)
        .add("deleteSharedWordList", wordLists::deleteSharedWordList)
        .add("addSharedListEntries", wordLists::addSharedListEntries)
        .add("removeSharedListEntries", wordLists::removeSharedListEntries)
        .add("replayPolicy", replay::replayPolicy)
        .add("getShadow", shadow::getShadow)
        .add("putShadow", shadow::putShadow)
        .add("endShadow", shadow::endShadow)
        .add("replayDecision", decisions::replayDecision)
        .add("classify", classify::classify)
        .add("getCapabilities", capabilities::getCapabilities)
        .add("getLiveness", health::getLiveness)
        .add("getReadiness", health::getReadiness)
        .add("getMetrics", health::getMetrics)
        .add("getContract", docs::getContract)
        .add("getDocs", docs::getDocs)
        .add("getProblemPage", docs::getProblemPage);
  }
}
