package io.moderato.app;

import io.moderato.audit.Act;
import io.moderato.audit.AuditApi;
import io.moderato.audit.AuditedApi;
import io.moderato.classify.ClassifyApi;
import io.moderato.erasure.ErasureApi;
import io.moderato.feedback.FeedbackApi;
import io.moderato.http.DocsApi;
import io.moderato.http.HealthApi;
import io.moderato.http.Operations;
import io.moderato.learning.LearningApi;
import io.moderato.listadmin.WordListsApi;
import io.moderato.model.CapabilitiesApi;
import io.moderato.moderation.BatchApi;
import io.moderato.moderation.CommentsApi;
import io.moderato.moderation.PostsApi;
import io.moderato.moderator.ModeratorsApi;
import io.moderato.replay.DecisionReplayApi;
import io.moderato.replay.ReplayApi;
import io.moderato.replay.ShadowApi;
import io.moderato.review.CampaignsApi;
import io.moderato.review.ReviewApi;
import io.moderato.siteadmin.SitesApi;
import io.moderato.sitepolicy.PoliciesApi;
import io.moderato.transfer.ExportApi;
import io.moderato.transfer.HistoryApi;
import io.moderato.webhook.DeliveriesApi;
import io.moderato.webhook.WebhooksApi;

/** Which operation of openapi.yaml is done by which method. */
record Routes(
    SitesApi sites,
    PoliciesApi policies,
    CommentsApi comments,
    BatchApi batch,
    ErasureApi erasure,
    FeedbackApi feedback,
    WebhooksApi webhooks,
    DeliveriesApi deliveries,
    PostsApi posts,
    HistoryApi history,
    ExportApi export,
    WordListsApi wordLists,
    ReplayApi replay,
    ShadowApi shadow,
    DecisionReplayApi decisions,
    ReviewApi review,
    CampaignsApi campaigns,
    LearningApi learning,
    ModeratorsApi moderators,
    AuditApi audit,
    AuditedApi audited,
    ClassifyApi classify,
    CapabilitiesApi capabilities,
    HealthApi health,
    DocsApi docs) {
  Operations operations() {
    return new Operations()
        .add("createSite", audited.writing(Act.SITE_CHANGE, sites::createSite))
        .add("getSite", sites::getSite)
        .add("updateSite", audited.writing(Act.SITE_CHANGE, sites::updateSite))
        .add("createKey", audited.writing(Act.KEY_CHANGE, sites::createKey))
        .add("revokeKey", audited.writing(Act.KEY_CHANGE, sites::revokeKey))
        .add("listPresets", policies::listPresets)
        .add("getPolicy", policies::getPolicy)
        .add("putPolicy", audited.writing(Act.POLICY_CHANGE, policies::putPolicy))
        .add("checkPolicy", policies::checkPolicy)
        .add("listPolicyVersions", policies::listPolicyVersions)
        .add("getPolicyVersion", policies::getPolicyVersion)
        .add("diffPolicies", policies::diffPolicies)
        .add("activatePolicy", audited.writing(Act.POLICY_CHANGE, policies::activatePolicy))
        .add("rollBackPolicy", audited.writing(Act.POLICY_CHANGE, policies::rollBackPolicy))
        .add("submitComment", comments::submitComment)
        .add("submitComments", batch::submitComments)
        .add("getComment", comments::getComment)
        .add("editComment", comments::editComment)
        .add("withdrawComment", comments::withdrawComment)
        .add("giveFeedback", feedback::giveFeedback)
        .add("undoFeedback", feedback::undoFeedback)
        .add("createWebhook", audited.writing(Act.WEBHOOK_CHANGE, webhooks::createWebhook))
        .add("listWebhooks", webhooks::listWebhooks)
        .add("updateWebhook", audited.writing(Act.WEBHOOK_CHANGE, webhooks::updateWebhook))
        .add(
            "rotateWebhookSecret",
            audited.writing(Act.WEBHOOK_CHANGE, webhooks::rotateWebhookSecret))
        .add("deleteWebhook", audited.writing(Act.WEBHOOK_CHANGE, webhooks::deleteWebhook))
        .add("testWebhook", deliveries::testWebhook)
        .add("listDeliveries", deliveries::listDeliveries)
        .add("redeliver", deliveries::redeliver)
        .add("redeliverAll", deliveries::redeliverAll)
        .add("getPost", posts::getPost)
        .add("putPost", posts::putPost)
        .add("listComments", posts::listComments)
        .add("listWordLists", wordLists::listWordLists)
        .add("getWordList", wordLists::getWordList)
        .add("putWordList", audited.writing(Act.LIST_CHANGE, wordLists::putWordList))
        .add("deleteWordList", audited.writing(Act.LIST_CHANGE, wordLists::deleteWordList))
        .add("addListEntries", audited.writing(Act.LIST_CHANGE, wordLists::addListEntries))
        .add("removeListEntries", audited.writing(Act.LIST_CHANGE, wordLists::removeListEntries))
        .add("listSharedWordLists", wordLists::listSharedWordLists)
        .add("getSharedWordList", wordLists::getSharedWordList)
        .add("putSharedWordList", audited.writing(Act.LIST_CHANGE, wordLists::putSharedWordList))
        .add(
            "deleteSharedWordList",
            audited.writing(Act.LIST_CHANGE, wordLists::deleteSharedWordList))
        .add(
            "addSharedListEntries",
            audited.writing(Act.LIST_CHANGE, wordLists::addSharedListEntries))
        .add(
            "removeSharedListEntries",
            audited.writing(Act.LIST_CHANGE, wordLists::removeSharedListEntries))
        .add("replayPolicy", replay::replayPolicy)
        .add("getShadow", shadow::getShadow)
        .add("putShadow", audited.writing(Act.POLICY_CHANGE, shadow::putShadow))
        .add("endShadow", audited.writing(Act.POLICY_CHANGE, shadow::endShadow))
        .add("replayDecision", decisions::replayDecision)
        .add("importHistory", audited.writing(Act.IMPORT, history::importHistory))
        .add("exportSite", audited.writing(Act.EXPORT, export::exportSite))
        .add("eraseAuthor", erasure::eraseAuthor)
        .add("getLearning", learning::getLearning)
        .add("rollBackModel", audited.writing(Act.MODEL_CHANGE, learning::rollBackModel))
        .add("hearAccount", audited.writing(Act.MODEL_CHANGE, learning::hearAccount))
        .add("exportExamples", audited.writing(Act.EXPORT, learning::exportExamples))
        .add("createModerator", moderators::createModerator)
        .add("listModerators", moderators::listModerators)
        .add("getModerator", moderators::getModerator)
        .add("updateModerator", moderators::updateModerator)
        .add("setPassword", moderators::setPassword)
        .add("signOutModerator", moderators::signOutModerator)
        .add("listAuditEntries", audit::listAuditEntries)
        .add("exportAudit", audit::exportAudit)
        .add("listHeld", review::listHeld)
        .add("takeNext", review::takeNext)
        .add("readForReview", review::readForReview)
        .add("claimComment", review::claimComment)
        .add("releaseComment", review::releaseComment)
        .add("actOnComment", review::actOnComment)
        .add("undoAct", review::undoAct)
        .add("previewMany", review::previewMany)
        .add("actOnMany", review::actOnMany)
        .add("getBatch", review::getBatch)
        .add("listCampaigns", campaigns::listCampaigns)
        .add("previewCampaign", campaigns::previewCampaign)
        .add("decideCampaign", campaigns::decideCampaign)
        .add("endCampaign", campaigns::endCampaign)
        .add("getAuthor", review::getAuthor)
        .add("judgeAuthor", review::judgeAuthor)
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
